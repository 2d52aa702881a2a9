import type { SameKeys } from '../../../../i18n/index.js';

/** Messages that are not needed before a visitor uses the form. */
export const en = {
  'network.in': 'We’re usually in network with this insurer.',
  'network.in.next': 'What you pay depends on your plan. We can check it for you.',
  'network.out': 'We’re not in network with this insurer.',
  'network.out.next':
    'Your plan may still pay part of it, or you can pay for care yourself. Ask us.',
  'network.ask': 'With this insurer, it depends on your plan.',
  'network.ask.next': 'Ask us and we’ll find out.',
  'network.promise': 'This is not a promise of payment.',

  'payer.required': 'Enter the name of your insurer.',
  'payer.not-allowed': 'Choose your insurer from the list, or type its name.',
  'memberId.required': 'Enter the member ID from your card, or add a photo of the card.',
  'memberId.format': 'Enter the member ID as shown on your card.',
  'memberId.not-recognized':
    'Your insurer doesn’t recognize this member ID. Check it against your card, including any letters. If it’s right, send the form again and a person will check it.',
  'memberId.not-found':
    'Your insurer couldn’t find anyone with this member ID. Check the ID, name and date of birth against your card. If it’s right, send the form again and a person will check it.',
  'groupNumber.mismatch':
    'Your insurer has a different group number. Check your card, or leave this blank. If it’s right, send the form again and a person will check it.',
  'givenName.required': 'Enter the patient’s first name.',
  'givenName.mismatch':
    'Your insurer has a different name on file for this member ID. Enter the first name as shown on the card. If it’s right, send the form again and a person will check it.',
  'familyName.required': 'Enter the patient’s last name.',
  'familyName.mismatch':
    'Your insurer has a different name on file for this member ID. Enter the last name as shown on the card. If it’s right, send the form again and a person will check it.',
  'birthDate.required': 'Enter the patient’s date of birth.',
  'birthDate.format': 'Enter a real date of birth, with a 4-digit year.',
  'birthDate.future': 'Enter a date of birth in the past.',
  'birthDate.mismatch':
    'Your insurer has a different date of birth on file for this member ID. Check the month, day and year. If it’s right, send the form again and a person will check it.',
  'phone.required': 'Enter a phone number or an email address so we can reach you.',
  'phone.format': 'Enter a full phone number, like 555-010-0123.',
  'email.format': 'Enter an email address, like name@example.org.',
  'legalSex.mismatch':
    'Your insurer has something else on file. Choose what your insurer has on file. If it’s right, send the form again and a person will check it.',
  'service.not-allowed': 'Choose another service, or skip this and tell us when we call.',
  'cards.format': 'We can’t read this photo. Please take it again, or enter the member ID.',
  'cards.required': 'Please add a photo of the card.',
  'consent.privacy.required': 'Check the box so we can find out for you.',

  'subscriber.hint': 'Enter their name as shown on the card.',
  'subscriber.required': 'Tell us whose name the plan is in. Your insurer will ask.',
  'subscriber.givenName.label': 'Their first name',
  'subscriber.givenName.required': 'Enter the first name of the person on the plan.',
  'subscriber.givenName.mismatch':
    'Your insurer has a different name on file for this person. Enter the first name as shown on the card. If it’s right, send the form again and a person will check it.',
  'subscriber.familyName.label': 'Their last name',
  'subscriber.familyName.required': 'Enter the last name of the person on the plan.',
  'subscriber.familyName.mismatch':
    'Your insurer has a different name on file for this person. Enter the last name as shown on the card. If it’s right, send the form again and a person will check it.',
  'subscriber.birthDate.label': 'Their date of birth',
  'subscriber.birthDate.hint': 'If you know it. Many insurers ask for it.',
  'subscriber.birthDate.required': 'Enter the date of birth of the person on the plan.',
  'subscriber.birthDate.format': 'Enter a real date of birth, with a 4-digit year.',
  'subscriber.birthDate.future': 'Enter a date of birth in the past.',
  'subscriber.birthDate.mismatch':
    'Your insurer has a different date of birth on file for this person. Check the month, day and year. If it’s right, send the form again and a person will check it.',

  'secondary.legend': 'Your second plan',
  'secondary.payer.label': 'Second plan’s insurance company',
  'secondary.payer.hint': 'Start typing the name on the second card.',
  'secondary.payer.required':
    'Enter the name of the second insurer, or uncheck “I have a second plan.”',
  'secondary.memberId.label': 'Second plan’s member ID',
  'secondary.groupNumber.label': 'Second plan’s group number',

  'estimate.title': 'You have the right to a Good Faith Estimate',
  'estimate.what':
    'If you pay without insurance, we must give you a written estimate of the cost before your visit.',
  'estimate.call':
    'Just ask us what a visit costs. You’ll have the estimate within 3 business days.',
  'estimate.details.title': 'Where should we send your estimate?',
  'estimate.details.text':
    'It lists what we expect your visits to cost, item by item. If you give us only a phone number, we’ll call to ask where to send it.',
  'submit.estimate': 'Request my estimate',

  'sent.title': 'We’re checking your plan',
  'sent.title.estimate': 'We’re preparing your estimate',
  'sent.text': 'Someone on our team will contact your insurer and get back to you {reply}.',
  'sent.how': 'We’ll use the phone number or email address you gave us.',
  'sent.book': 'You don’t have to wait to request a visit.',
  'sent.book.button': 'Request an appointment',
};

export const es: SameKeys<typeof en> = {
  'network.in': 'Por lo general estamos dentro de la red de este seguro.',
  'network.in.next': 'Lo que usted paga depende de su plan. Podemos verificarlo por usted.',
  'network.out': 'No estamos dentro de la red de este seguro.',
  'network.out.next':
    'Es posible que su plan pague una parte; también puede pagar por su cuenta. Pregúntenos.',
  'network.ask': 'Con este seguro, depende de su plan.',
  'network.ask.next': 'Pregúntenos y lo averiguaremos.',
  'network.promise': 'Esto no es una promesa de pago.',
  'payer.required': 'Escriba el nombre de su compañía de seguros.',
  'payer.not-allowed': 'Elija su seguro de la lista o escriba su nombre.',
  'memberId.required':
    'Escriba el número de miembro que aparece en su tarjeta o agregue una foto de la tarjeta.',
  'memberId.format': 'Escriba el número de miembro como aparece en su tarjeta.',
  'memberId.not-recognized':
    'Su seguro no reconoce este número de miembro. Compárelo con su tarjeta, también las letras. Si es correcto, envíe el formulario otra vez y una persona lo revisará.',
  'memberId.not-found':
    'Su seguro no encontró a nadie con este número de miembro. Compare con su tarjeta el número, el nombre y la fecha de nacimiento. Si es correcto, envíe el formulario otra vez y una persona lo revisará.',
  'groupNumber.mismatch':
    'Su seguro tiene otro número de grupo. Revise su tarjeta o déjelo en blanco. Si es correcto, envíe el formulario otra vez y una persona lo revisará.',
  'givenName.required': 'Escriba el nombre del paciente.',
  'givenName.mismatch':
    'Su seguro tiene otro nombre para este número de miembro. Escriba el nombre como aparece en la tarjeta. Si es correcto, envíe el formulario otra vez y una persona lo revisará.',
  'familyName.required': 'Escriba el apellido o los apellidos del paciente.',
  'familyName.mismatch':
    'Su seguro tiene otro nombre para este número de miembro. Escriba los apellidos como aparecen en la tarjeta. Si es correcto, envíe el formulario otra vez y una persona lo revisará.',
  'birthDate.required': 'Escriba la fecha de nacimiento del paciente.',
  'birthDate.format': 'Escriba una fecha de nacimiento real, con los 4 números del año.',
  'birthDate.future': 'Escriba una fecha de nacimiento que ya haya pasado.',
  'birthDate.mismatch':
    'Su seguro tiene otra fecha de nacimiento para este número de miembro. Revise el día, el mes y el año. Si es correcto, envíe el formulario otra vez y una persona lo revisará.',
  'phone.required': 'Escriba su teléfono o su correo electrónico para que le respondamos.',
  'phone.format': 'Escriba el teléfono completo, por ejemplo 555-010-0123.',
  'email.format': 'Escriba un correo electrónico, por ejemplo nombre@example.org.',
  'legalSex.mismatch':
    'En su seguro figura otra cosa. Elija lo que figura en su seguro. Si es correcto, envíe el formulario otra vez y una persona lo revisará.',
  'service.not-allowed': 'Elija otro servicio, o no elija ninguno y díganoslo cuando le llamemos.',
  'cards.format': 'No podemos leer esta foto. Tómela otra vez o escriba el número de miembro.',
  'cards.required': 'Agregue una foto de la tarjeta.',
  'consent.privacy.required': 'Marque la casilla y lo averiguaremos por usted.',
  'subscriber.hint': 'Escriba su nombre como aparece en la tarjeta.',
  'subscriber.required': 'Díganos a nombre de quién está el plan. Su seguro lo preguntará.',
  'subscriber.givenName.label': 'Nombre de esa persona',
  'subscriber.givenName.required': 'Escriba el nombre de la persona titular del plan.',
  'subscriber.givenName.mismatch':
    'Su seguro tiene otro nombre para esta persona. Escriba el nombre como aparece en la tarjeta. Si es correcto, envíe el formulario otra vez y una persona lo revisará.',
  'subscriber.familyName.label': 'Apellidos de esa persona',
  'subscriber.familyName.required': 'Escriba los apellidos de la persona titular del plan.',
  'subscriber.familyName.mismatch':
    'Su seguro tiene otro nombre para esta persona. Escriba los apellidos como aparecen en la tarjeta. Si es correcto, envíe el formulario otra vez y una persona lo revisará.',
  'subscriber.birthDate.label': 'Fecha de nacimiento de esa persona',
  'subscriber.birthDate.hint': 'Si la sabe. Muchos seguros la piden.',
  'subscriber.birthDate.required': 'Escriba la fecha de nacimiento de la persona titular del plan.',
  'subscriber.birthDate.format': 'Escriba una fecha de nacimiento real, con los 4 números del año.',
  'subscriber.birthDate.future': 'Escriba una fecha de nacimiento que ya haya pasado.',
  'subscriber.birthDate.mismatch':
    'Su seguro tiene otra fecha de nacimiento para esta persona. Revise el día, el mes y el año. Si es correcto, envíe el formulario otra vez y una persona lo revisará.',
  'secondary.legend': 'Su segundo plan',
  'secondary.payer.label': 'Compañía del segundo plan',
  'secondary.payer.hint': 'Empiece a escribir el nombre que aparece en la segunda tarjeta.',
  'secondary.payer.required':
    'Escriba el nombre del segundo seguro o desmarque “Tengo un segundo plan”.',
  'secondary.memberId.label': 'Número de miembro del segundo plan',
  'secondary.groupNumber.label': 'Número de grupo del segundo plan',
  'estimate.title': 'Usted tiene derecho a un estimado de buena fe',
  'estimate.what':
    'Si paga sin seguro, debemos darle un estimado del costo por escrito antes de su visita. En inglés se llama “Good Faith Estimate”.',
  'estimate.call':
    'Solo pregúntenos cuánto cuesta una visita. Tendrá el estimado en un plazo de 3 días hábiles.',
  'estimate.details.title': '¿A dónde le enviamos su estimado?',
  'estimate.details.text':
    'Muestra lo que esperamos que cuesten sus visitas, punto por punto. Si solo nos da un teléfono, le llamaremos para preguntar a dónde enviarlo.',
  'submit.estimate': 'Pedir mi estimado',
  'sent.title': 'Estamos verificando su plan',
  'sent.title.estimate': 'Estamos preparando su estimado',
  'sent.text': 'Una persona de nuestro equipo preguntará a su seguro y le responderá {reply}.',
  'sent.how': 'Usaremos el teléfono o el correo electrónico que nos dio.',
  'sent.book': 'No tiene que esperar para pedir una cita.',
  'sent.book.button': 'Solicitar una cita',
};
