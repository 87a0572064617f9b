import type { Messages } from '../en.js';
import { pluralOf } from '../plural.js';

const plural = pluralOf('es');

/** What a person can do about any token that is not accepted. */
const unverified = 'No se pudo verificar el acceso. Vuelva a iniciar sesión.';

/** Spanish. */
export const es: Messages = {
  access: {
    label: 'Quién ha accedido a su cuenta',
    somebody: 'Alguien del equipo',
    isThere: ({ who }) => `${who} está ahora en su cuenta`,
    isComing: ({ who }) => `${who} está a punto de acceder a su cuenta`,
    wasThereFor: ({ who, duration }) => `${who} estuvo en su cuenta durante ${duration}`,
    wasThere: ({ who }) => `${who} estuvo en su cuenta`,
    neverCame: ({ who }) => `${who} iba a acceder a su cuenta, pero no llegó a hacerlo`,
    endsIn: ({ time }) => `Finaliza automáticamente en ${time}`,
    timeIsUp: 'Se agotó el tiempo',

    why: 'Motivo',
    mayDo: 'Qué puede hacer',
    modes: {
      'read-only': 'Ver, sin cambiar nada',
      full: 'Ver y hacer cambios',
    },
    did: {
      label: 'Qué hizo',
      soFar: 'Qué ha hecho hasta ahora',
      changes: ({ count, number }) =>
        count === 0
          ? 'No cambió nada'
          : plural(count, {
              one: `Hizo ${number} cambio`,
              many: `Hizo ${number} de cambios`,
              other: `Hizo ${number} cambios`,
            }),
      looks: ({ count, number }) =>
        count === 0
          ? 'No consultó nada'
          : plural(count, {
              one: `Consultó datos ${number} vez`,
              many: `Consultó datos ${number} de veces`,
              other: `Consultó datos ${number} veces`,
            }),
      blocked: ({ count, number }) =>
        plural(count, {
          one: `Se bloqueó ${number} intento de hacer algo no permitido`,
          many: `Se bloquearon ${number} de intentos de hacer algo no permitido`,
          other: `Se bloquearon ${number} intentos de hacer algo no permitido`,
        }),
    },
    ended: 'Cómo finalizó',
    endCauses: {
      ended: 'Esa persona finalizó la sesión',
      expired: 'Se agotó el tiempo',
      idle: 'No hubo actividad durante un tiempo',
      revoked: 'Se interrumpió antes de tiempo',
      'revoked-by-subject': 'Usted finalizó la sesión',
      'actor-lost-right': 'Esa persona perdió el permiso para acceder',
      'actor-signed-out': 'Esa persona cerró su sesión',
      'subject-protected': 'Su cuenta quedó protegida contra estos accesos',
      'never-redeemed': 'Nunca se abrió',
      unknown: 'Finalizó; no se sabe cómo',
    },

    more: 'Mostrar anteriores',
    loading: 'Cargando…',
    retry: 'Reintentar',
    empty: 'Nadie más ha accedido a su cuenta',
    emptyHint: 'Cuando alguien lo haga, aparecerá aquí, con la fecha y el motivo.',
    failed: 'No se pudo cargar',
    offline: 'No se puede conectar con el servidor',
    offlineHint: 'Se reintentará automáticamente hasta lograrlo.',
    stale: ({ time }) => `Última actualización: ${time}.`,
    code: ({ code }) => `Código: ${code}`,
    notices: {
      unsupported: {
        title: 'No se muestra aquí',
        hint: 'Esta aplicación no muestra quién ha accedido a su cuenta. Consulte a quien la administra.',
      },
      impersonating: {
        title: 'Solo la propia persona puede ver esto',
        hint: 'Esta pestaña es de una sesión como otra persona, así que aquí no se muestra.',
      },
      unknown: {
        title: 'No se sabe quién ha iniciado sesión aquí',
        hint: 'Recargue la página para ver quién ha accedido a su cuenta.',
      },
      forbidden: {
        title: 'Ahora no puede ver esto',
        hint: 'Vuelva a iniciar sesión para ver quién ha accedido a su cuenta.',
      },
    },
    end: {
      open: 'Finalizar ahora',
      openFor: ({ what }) => `Finalizar ahora: ${what}`,
      heading: '¿Finalizar ahora?',
      consequence: ({ what }) => `${what}. El acceso se corta al instante. Lo que se hizo queda registrado.`,
      cancel: 'No finalizar',
      submit: 'Finalizar ahora',
      busy: 'Finalizando…',
    },
  },

  banner: {
    label: 'Sesión como otra persona',
    checking: 'Comprobando quién ha iniciado sesión…',
    unclear: 'No se sabe quién ha iniciado sesión aquí.',
    tryAgain: 'Reintentar',
    trying: 'Reintentando…',

    actingAs: (name) => `Actuando como ${name}`,
    signedInAs: (name) => `sesión iniciada como ${name}`,
    started: (subject, mode) => `Está actuando como ${subject}. Acceso: ${mode}.`,
    modeChanged: (mode) => `Acceso actual: ${mode}.`,
    offline: 'Sin conexión',
    offlineAdvice: 'No se puede conectar con el servidor. El tiempo sigue corriendo.',

    timeLeft: (time) => `Quedan ${time}`,
    idleIn: (time) => `Cierre por inactividad en ${time}`,
    idleOver: 'Inactividad: comprobando si la sesión continúa…',
    urgency: { calm: '', warning: 'Finaliza pronto', critical: 'A punto de finalizar' },
    notExtendable: 'No se puede prorrogar.',
    willEnd: (duration) => `Esta sesión finalizará en ${duration}.`,
    willIdle: (duration) => `Esta sesión finalizará en ${duration} si no hay actividad.`,

    extend: 'Prorrogar',
    extendBy: (duration) => `Prorrogar ${duration}`,
    extending: 'Prorrogando…',
    toFull: 'Cambiar a acceso completo…',
    toFullShort: 'Acceso completo…',
    toReadOnly: 'Volver a solo lectura',
    toReadOnlyShort: 'Solo lectura',
    switching: 'Cambiando…',
    end: 'Finalizar',
    signOut: 'Cerrar sesión',
    ending: 'Finalizando…',

    collapse: 'Reducir',
    expand: 'Mostrar todo',
    titleMark: 'En otra cuenta · ',

    details: 'Detalles',
    subject: 'Actuando como',
    actor: 'Sesión iniciada como',
    access: 'Acceso',
    reason: 'Motivo',
    caseNumber: 'Caso',
    endsAt: 'Finaliza',
    extensions: 'Prórrogas restantes',
    shortcut: 'Finalizar con el teclado',

    fullTitle: (name) => `Acceso completo como ${name}`,
    fullAdvice: (actor) => `Los cambios que haga son reales y quedan registrados a nombre de ${actor}.`,
    fullReason: '¿Por qué no basta con ver?',
    fullReasonHint: (min) => `Al menos ${min} caracteres. Se guarda en el registro.`,
    fullSubmit: 'Cambiar a acceso completo',
    cancel: 'Cancelar',

    endedTitle: (name) => `Ya no está actuando como ${name}.`,
    endedTitleUnnamed: 'Esta sesión como otra persona ha finalizado.',
    endedBecause: {
      ended: () => 'La sesión se finalizó.',
      expired: () => 'Se agotó el tiempo.',
      idle: () => 'No hubo actividad durante un tiempo.',
      revoked: (by) => (by ? `${by} revocó el acceso.` : 'Se revocó el acceso.'),
      'revoked-by-subject': () => 'La propia persona finalizó la sesión.',
      'actor-lost-right': () => 'Usted ya no tiene permiso para actuar como otras personas.',
      'actor-signed-out': () => 'Usted cerró sesión en el área de administración.',
      'subject-protected': () => 'Ya no se permite actuar como esta persona.',
      'never-redeemed': () => 'Nunca se abrió.',
      unknown: () => 'No se conoce la causa.',
    },
    leftover: 'Lo que aún muestra esta página puede estar desactualizado.',
    startAgain: 'Empezar de nuevo',
    leave: 'Salir',
    closeTab: 'Cerrar esta pestaña',
    closeYourself:
      'El navegador mantiene abierta esta pestaña; puede cerrarla. Su pestaña de administración sigue igual.',

    printed: (actor, subject, session, time) =>
      `Consultado por ${actor} como ${subject}. Sesión ${session}, ${time}.`,
  },

  button: {
    label: 'Actuar como usuario',
    labelOf: ({ name }) => `Actuar como ${name}`,
    labelWithName: ({ label, name }) => `${label}: ${name}`,
    close: 'Cerrar',
    cancel: 'Cancelar',
    optional: 'Opcional',

    notConnected: 'Este botón aún no está conectado a un servidor.',
    impersonating: 'Finalice esta sesión antes de empezar otra.',
    over: 'Esta pestaña es de una sesión que ya finalizó. Empiece la siguiente desde su propia pestaña.',
    tabUnknown: 'No se sabe quién ha iniciado sesión aquí, así que no se puede empezar. Recargue la página.',
    unsupported: 'Este servidor no permite actuar como otra persona desde aquí.',

    loading: ({ name }) => `Consultando los datos de ${name}…`,
    retry: 'Reintentar',
    refusedTitle: 'No disponible para esta persona',
    failedTitle: 'No se pudo completar',
    retryAfter: ({ duration }) => `Demasiados intentos. Vuelva a intentarlo en ${duration}.`,

    category: '¿De qué se trata?',
    chooseCategory: 'Elija un tema',
    categories: [
      'Reproducir un problema',
      'Responder una pregunta',
      'Revisar una configuración',
      'Facturación',
      'Otro tema',
    ],
    reason: 'Motivo',
    reasonHint: ({ min }) => `Al menos ${min} caracteres. Se guarda en el registro.`,
    reasonCount: ({ used, max }) => `${used} de ${max} caracteres`,
    reasonTooShort: ({ min }) => `Explique el motivo en al menos ${min} caracteres.`,
    reasonTooLong: ({ max }) => `El motivo no puede superar los ${max} caracteres.`,
    caseNumber: 'Número de caso',
    caseNumberRequired: 'Indique el número del caso correspondiente.',
    caseNumberInvalid: 'Este número de caso no tiene el formato correcto.',
    openCase: ({ number }) => `Abrir el caso ${number} en una pestaña nueva`,
    mode: 'Acceso',
    modeHints: {
      'read-only': ({ name }) => `Vea lo mismo que ${name}. No se puede cambiar nada.`,
      full: ({ name }) =>
        `Haga cambios como ${name}. Cuidado: son reales y cada uno queda registrado como hecho por usted.`,
    },
    duration: 'Duración',

    disclosure: 'Qué se registra',
    recorded: 'Todo lo que haga queda registrado con su propio nombre.',
    told: ({ name }) => `Se informa a ${name} de que usted accedió a su cuenta y por qué.`,
    notTold: ({ name }) => `No se informa a ${name}.`,
    submit: {
      'read-only': 'Empezar en solo lectura',
      full: 'Empezar con acceso completo',
    },
    submitting: 'Empezando…',

    acknowledge: 'Entiendo que lo que haga queda registrado con mi propio nombre.',
    notAcknowledged: 'Confirme que entiende qué se registra.',

    conflict: {
      active: ({ name, time, mode }) => `Está actuando como ${name} desde el ${time}. Acceso: ${mode}.`,
      pending: ({ name, time, mode }) =>
        `Empezó una sesión como ${name} el ${time} y aún no se ha abierto la pestaña. Acceso: ${mode}.`,
      end: 'Finalizar y continuar',
      endOf: ({ label, name }) => `${label}: ${name}`,
      reason: 'Finalizada por el admin para empezar otra.',
    },

    stepUp: {
      title: 'Confirme su identidad para continuar',
      why: ({ duration }) => `Para empezar, debe haber iniciado sesión hace menos de ${duration}.`,
      whyUnsaid: 'Para empezar, se necesita un inicio de sesión más reciente.',
      unanswered:
        'Vuelva a iniciar sesión en otra pestaña y pulse «Reintentar». Lo que escribió se conserva aquí.',
      rejected: 'No se confirmó su identidad, así que no se empezó nada. Lo que escribió sigue aquí.',
      repeated:
        'El servidor aún no detecta un nuevo inicio de sesión. Vuelva a iniciar sesión y pulse «Reintentar».',
      confirming: 'Confirmando…',
    },

    opening: ({ name }) => `Abriendo una pestaña como ${name}…`,
    openingHint: 'Su propia pestaña queda como está.',
    opened: ({ name }) => `La pestaña como ${name} está abierta.`,
    openedHint: 'Cuando termine, finalice la sesión allí.',
    blocked: 'Aún no se ha abierto ninguna pestaña.',
    blockedHint: 'Es posible que el navegador la haya bloqueado. Ábrala aquí antes de que caduque el enlace.',
    openTab: 'Abrir la pestaña',
    lapsed: 'El enlace caducó antes de que se abriera la pestaña.',
    lapsedHint: 'Lo que escribió sigue aquí.',
    startAgain: 'Empezar de nuevo',
    leaving: ({ name }) => `Abriendo la aplicación como ${name}…`,
  },

  chart: {
    caption: 'Evolución de las sesiones',
    counted: ({ count, number }) =>
      count === 0
        ? 'Ninguna sesión.'
        : plural(count, {
            one: `${number} sesión.`,
            many: `${number} de sesiones.`,
            other: `${number} sesiones.`,
          }),
    countedIn: ({ when, count, number }) =>
      count === 0
        ? `${when}: ninguna sesión.`
        : plural(count, {
            one: `${when}: ${number} sesión.`,
            many: `${when}: ${number} de sesiones.`,
            other: `${when}: ${number} sesiones.`,
          }),
    someBlocked: ({ number }) => `Con solicitudes bloqueadas: ${number}.`,
    someRevoked: ({ number }) => `Revocadas: ${number}.`,
    peak: ({ when, number }) => `Máximo: ${number} (${when}).`,
    hint: 'Arrastre sobre las barras, o pulse una y luego otra, para elegir un periodo.',
    first: 'Desde',
    end: 'Hasta',
    clear: 'Mostrar todo el periodo',
    asTable: 'Ver como tabla',
    tableSummary: ({ caption, zone }) =>
      `${caption}. Zona horaria: ${zone}. Se omiten los periodos sin sesiones.`,
    columns: {
      when: 'Periodo',
      sessions: 'Sesiones',
      blocked: 'Con solicitudes bloqueadas',
      revoked: 'Revocadas',
    },
    unsupported: 'Este servidor no cuenta las sesiones a lo largo del tiempo',
  },

  endCauses: {
    ended: 'Finalizada por el admin',
    expired: 'Tiempo agotado',
    idle: 'Finalizada por inactividad',
    revoked: 'Revocada',
    'revoked-by-subject': 'Finalizada por la propia persona',
    'actor-lost-right': 'El admin perdió el permiso',
    'actor-signed-out': 'El admin cerró sesión',
    'subject-protected': 'Ya no se permite actuar como esta persona',
    'never-redeemed': 'Nunca se abrió',
    unknown: 'Finalizada, causa desconocida',
  },

  errors: {
    // The token itself.
    token_missing: 'Inicie sesión primero.',
    malformed_token: unverified,
    token_too_large: unverified,
    alg_not_allowed: unverified,
    header_not_allowed: unverified,
    crit_unsupported: unverified,
    typ_not_allowed: unverified,
    kid_missing: unverified,
    kid_unknown: unverified,
    bad_signature: unverified,
    claims_not_object: unverified,
    claims_too_deep: unverified,
    duplicate_claim: unverified,
    claim_missing: unverified,
    claim_type: unverified,
    iss_mismatch: unverified,
    aud_mismatch: unverified,
    expired: 'El acceso caducó. Vuelva a iniciar sesión.',
    not_yet_valid: unverified,
    iat_in_future: unverified,
    lifetime_too_long: unverified,
    sub_invalid: unverified,
    act_malformed: unverified,
    act_sub_missing: unverified,
    act_sub_invalid: unverified,
    act_too_deep: unverified,
    sid_missing: unverified,
    pop_required: unverified,
    invalid_dpop_proof: unverified,
    session_revoked: 'La sesión como otra persona se finalizó.',
    session_expired: 'Se agotó el tiempo de la sesión como otra persona.',

    // The request.
    unauthenticated: 'Inicie sesión primero.',
    forbidden: 'No tiene permiso para hacer esto.',
    cross_site_request: 'La solicitud procede de una página que no tiene permiso para enviarla.',
    invalid_request: 'No se entiende la solicitud.',
    ambiguous_credentials: 'La solicitud incluye dos credenciales; envíe solo una.',
    invalid_cursor: 'El marcador de página no corresponde a esta lista.',
    method_not_allowed: 'Esta dirección no admite ese método.',
    not_found: 'Aquí no hay nada, o usted no tiene permiso para verlo.',
    payload_too_large: 'La solicitud es demasiado grande.',
    unsupported_media_type: 'La solicitud debe enviarse en formato JSON.',
    rate_limited: 'Demasiadas solicitudes. Espere un momento.',

    // Starting.
    user_not_found: 'Esa persona no existe, o usted no puede actuar como ella.',
    reason_too_short: 'Explique el motivo en al menos 10 caracteres.',
    reason_too_long: 'El motivo no puede superar los 500 caracteres.',
    case_number_required: 'Indique el número de caso.',
    case_number_invalid: 'El número de caso admite hasta 64 letras, cifras y signos.',
    duration_not_allowed: 'Elija una de las duraciones disponibles.',
    mode_not_allowed: 'Este tipo de acceso no está disponible.',
    self_impersonation: 'No hace falta: esta persona es usted.',
    nested_impersonation: 'Finalice esta sesión antes de empezar otra.',
    subject_protected: 'No se puede actuar como esta persona.',
    not_permitted: 'No tiene permiso para actuar como esta persona.',
    insufficient_user_authentication: 'Vuelva a iniciar sesión para confirmar su identidad.',
    too_many_sessions: 'Tiene demasiadas sesiones abiertas. Finalice una primero.',
    session_conflict: 'Ya está actuando como esta persona.',
    already_started: 'Esta sesión ya se había empezado. Cierre el cuadro de diálogo y empiece de nuevo.',
    idempotency_mismatch: 'La misma clave de idempotencia ya se usó con otra solicitud.',

    // Handing over, and during.
    ticket_invalid: 'Este enlace no es válido. Empiece de nuevo desde la página de administración.',
    ticket_used: 'Este enlace ya se usó, así que se finalizó la sesión que abrió. Empiece de nuevo.',
    ticket_expired: 'Este enlace caducó. Empiece de nuevo desde la página de administración.',
    ticket_misplaced: 'Este enlace es de otra aplicación.',
    extension_not_allowed: 'Esta sesión ya no se puede prorrogar más.',
    read_only_mode: 'Esta sesión es de solo lectura. Cambie a acceso completo para hacer cambios.',
    impersonation_blocked: 'Esto no se puede hacer mientras se actúa como otra persona.',

    // The machinery.
    internal: 'Se produjo un error en el servidor. No se cambió nada.',
    unavailable: 'Ahora no se puede acceder al registro, así que no se hizo nada. Vuelva a intentarlo.',
    network: 'No se puede conectar con el servidor. Revise la conexión y vuelva a intentarlo.',
    bad_answer: 'La respuesta del servidor no se entiende. Vuelva a intentarlo.',
    unsupported: 'Este servidor no permite hacer eso.',
  },

  guard: {
    readOnly: 'No disponible: esta sesión es de solo lectura.',
    readOnlyForNow: 'No disponible en solo lectura. Cambie primero a acceso completo.',
    impersonating: (name) =>
      `Solo ${name} puede hacer esto: no está disponible mientras usted actúe como esa persona.`,
    notImpersonating: 'Solo disponible mientras actúe como otra persona.',
    unknown: 'No disponible hasta que se sepa quién ha iniciado sesión aquí.',
    ended: 'No disponible: la sesión de esta pestaña finalizó.',

    confirmTitle: '¿Hacer esto en nombre de esa persona?',
    confirmWhy: (name) =>
      `Esto solo corresponde a ${name}. Explique por qué lo hace por esa persona; vale una sola vez.`,
    confirmReason: 'Motivo',
    confirmHint: ({ min }) => `Al menos ${min} caracteres.`,
    confirmTooShort: ({ min }) => `Explique el motivo en al menos ${min} caracteres.`,
    confirmCancel: 'Cancelar',
    confirmSubmit: 'Hacerlo',
  },

  modes: { 'read-only': 'Solo lectura', full: 'Acceso completo' },

  query: {
    label: 'Buscar',
    placeholder: 'Palabras, o actor:sam -mode:read-only',
    chips: 'Filtros en uso',
    keys: {
      actor: 'Admin',
      subject: 'Actuando como',
      reason: 'Motivo',
      category: 'Tema',
      case: 'Caso',
      session: 'Sesión',
      status: 'Estado',
      mode: 'Acceso',
      cause: 'Cómo finalizó',
      time: 'Inicio',
    },
    is: ({ key, value }) => `${key}: ${value}`,
    isNot: ({ key, value }) => `${key}: excepto ${value}`,
    word: ({ value }) => `«${value}»`,
    notWord: ({ value }) => `sin «${value}»`,
    remove: ({ filter }) => `Quitar filtro: ${filter}`,
    ignored: 'No se tiene en cuenta',
    problems: {
      'unknown-key': ({ key }) =>
        `No existe el filtro «${key}». Para buscar estas palabras tal cual, póngalas entre comillas ("…").`,
      'unknown-value': ({ key, value }) => `El filtro «${key}» no admite el valor «${value}».`,
      'missing-value': ({ key }) => `Indique qué buscar después de «${key}».`,
      'bad-operator': ({ key }) => `El filtro «${key}» no se puede usar así.`,
      'bad-time': ({ value }) =>
        `«${value}» no es una fecha válida. Escriba 2026-11-01, 2026-11-01T10:00 o -24h.`,
      'too-much': () => 'Son demasiadas condiciones para una sola búsqueda.',
    },
    meant: ({ text }) => `Usar ${text}`,

    add: 'Añadir filtro',
    field: 'Campo',
    how: 'Condición',
    value: 'Valor',
    including: 'es',
    excluding: 'no es',
    submit: 'Añadir',

    typed: 'Según lo escrito',
    zone: 'Zona horaria',
    zoneLocal: ({ zone, offset }) => `Local: ${zone} (UTC${offset})`,
    zoneNamed: ({ zone, offset }) => `${zone} (UTC${offset})`,
    zones: 'Otras zonas horarias',

    menu: ({ what }) => `Filtrar o copiar: ${what}`,
    only: 'Filtrar',
    without: 'Excluir',
    copy: 'Copiar',
    copied: 'Copiado',
    notCopied: 'El navegador no permite copiar.',

    export: {
      open: 'Exportar',
      what: 'Todas las sesiones que coinciden, en un archivo. Queda registrado quién lo exportó.',
      formats: {
        csv: 'CSV, para hojas de cálculo',
        ndjson: 'NDJSON, una sesión por línea',
        json: 'JSON',
      },
      progress: ({ rows, total }) => `${rows} de ${total}`,
      begun: 'Preparando el archivo',
      cancel: 'Cancelar',
      canceled: 'Se canceló la exportación. No se guardó nada.',
      done: ({ count, number }) =>
        count === 0
          ? 'No se guardó ninguna sesión.'
          : plural(count, {
              one: `Se guardó ${number} sesión.`,
              many: `Se guardaron ${number} de sesiones.`,
              other: `Se guardaron ${number} sesiones.`,
            }),
      capped: ({ limit }) =>
        `Un archivo admite hasta ${limit} sesiones, y hay más. Acote la búsqueda para obtener las demás.`,
      failed: 'No se pudo crear el archivo. No se guardó nada.',
    },
  },

  record: {
    loading: 'Cargando…',
    retry: 'Reintentar',
    empty: 'Ninguna sesión como otra persona en este periodo',
    emptyHint: 'Es normal: nadie tuvo que actuar como otra persona.',
    filteredEmpty: 'Ninguna sesión coincide con estos filtros',
    filteredEmptyHint: 'Pruebe con otra palabra o con un periodo más largo.',
    failed: 'No se pudieron cargar las sesiones',
    stale: ({ time }) => `Última actualización: ${time}.`,
    code: ({ code }) => `Código: ${code}`,
    offline: 'No se puede conectar con el servidor',
    offlineHint: 'Se reintentará automáticamente hasta lograrlo.',
    forbidden: 'No tiene permiso para ver este registro',
    forbiddenHint: 'Pida permiso para revisar estas sesiones a quien administra la aplicación.',
  },

  search: {
    label: 'Buscar una persona',
    placeholder: 'Nombre, correo u organización',
    clear: 'Borrar',
    close: 'Cerrar',
    list: 'Personas',
    recent: 'Recientes',
    results: 'Personas',
    foundFor: ({ query }) => `Resultados de «${query}»`,
    hint: 'Escriba parte de un nombre, un correo electrónico o una organización.',
    tooShort: ({ min }) => `Escriba al menos ${min} caracteres.`,
    noResults: ({ query }) => `Nadie coincide con «${query}».`,
    count: ({ count, number }) =>
      plural(count, {
        one: `${number} persona`,
        many: `${number} de personas`,
        other: `${number} personas`,
      }),
    shownOf: ({ shown, total }) => `${shown} de ${total}`,
    loading: 'Buscando…',
    loadMore: 'Cargar más',
    retry: 'Reintentar',
    failed: 'No se pudo completar la búsqueda',
    code: ({ code }) => `Código: ${code}`,
    offline: 'No se puede conectar con el servidor',
    offlineHint: 'La búsqueda continuará automáticamente cuando vuelva la conexión.',
    forbidden: 'No tiene permiso para buscar personas',
    forbiddenHint: 'Pida permiso para actuar como otras personas a quien administra la aplicación.',
    rateLimited: 'Demasiadas búsquedas',
    goesOn: ({ time }) => `La búsqueda continuará automáticamente en ${time}.`,
    waitAMoment: 'Espere un momento y vuelva a intentarlo.',
    unsupported: 'Este servidor no tiene una lista de personas en la que buscar.',
    sayFound: ({ count, number }) =>
      plural(count, {
        one: `${number} persona. Use las teclas de flecha para elegir.`,
        many: `${number} de personas. Use las teclas de flecha para elegir.`,
        other: `${number} personas. Use las teclas de flecha para elegir.`,
      }),
    sayMore: ({ number }) => `Las primeras ${number} personas. Use las teclas de flecha para elegir.`,
    sayWait: ({ duration }) => `Demasiadas búsquedas. La búsqueda continuará en ${duration}.`,
    sayRefused: ({ name, reason }) => `${name}: ${reason}`,
    refusals: {
      self_impersonation: 'Es usted.',
      subject_protected: 'Cuenta protegida: no se puede actuar como esta persona.',
      not_permitted: 'No tiene permiso para actuar como esta persona.',
    },
    required: 'Elija una persona de la lista.',
  },

  table: {
    caption: 'Sesiones como otra persona',
    summary: ({ caption, period, zone }) => `${caption}. ${period}. Zona horaria: ${zone}.`,
    shown: ({ shown }) => `Mostrando ${shown}`,
    shownOf: ({ shown, total }) => `Mostrando ${shown} de ${total}`,
    atLeast: ({ number }) => `${number}+`,
    found: ({ count, number }) =>
      count === 0
        ? 'Ninguna sesión coincide.'
        : plural(count, {
            one: `${number} sesión coincide.`,
            many: `${number} de sesiones coinciden.`,
            other: `${number} sesiones coinciden.`,
          }),
    fresh: ({ count, number }) =>
      plural(count, {
        one: `${number} sesión nueva`,
        many: `${number} de sesiones nuevas`,
        other: `${number} sesiones nuevas`,
      }),
    columns: {
      started: 'Inicio',
      actor: 'Admin',
      subject: 'Actuando como',
      mode: 'Acceso',
      reason: 'Motivo',
      status: 'Estado',
      actions: 'Acciones',
    },
    columnMenu: {
      open: 'Columnas',
      widthOf: ({ column }) => `Ancho de la columna ${column}`,
      resetWidths: 'Restablecer anchos',
    },
    printed: ({ time, zone }) => `Impreso: ${time} (${zone}).`,
    keys: {
      heading: 'Teclas de la tabla',
      next: 'Fila siguiente',
      previous: 'Fila anterior',
      toggle: 'Abrir o cerrar la fila',
      values: 'Ir a los valores de la fila para filtrar o copiar; las flechas llevan de uno a otro',
      help: 'Mostrar estas teclas',
      where: 'Funcionan mientras el foco está en la tabla.',
      close: 'Cerrar',
    },
    statuses: { pending: 'En espera', active: 'Activa', ended: 'Finalizada' },
    waiting: 'La pestaña aún no está abierta',
    left: ({ time }) => `Quedan ${time}`,
    justNow: 'Hace un momento',
    details: ({ actor, subject, time }) => `Detalles: ${actor} como ${subject}, ${time}`,
    live: 'En tiempo real',
    refresh: 'Actualizar',
    loadMore: 'Cargar más',

    filters: {
      label: 'Filtrar sesiones',
      period: 'Periodo',
      from: ({ zone }) => `Desde (${zone})`,
      to: ({ zone }) => `Hasta (${zone})`,
      clear: 'Borrar filtros',
    },
    periods: {
      '24h': 'Últimas 24 horas',
      '7d': 'Últimos 7 días',
      '30d': 'Últimos 30 días',
      all: 'Todo el historial',
      custom: 'Periodo personalizado',
    },

    unsupported: 'Este servidor no guarda una lista de sesiones',
    unsupportedHint: 'Aquí se pueden empezar sesiones como otra persona, pero no revisarlas.',

    detail: {
      id: 'Sesión',
      reason: 'Motivo',
      category: 'Tema',
      caseNumber: 'Caso',
      requested: 'Solicitada',
      opened: 'Pestaña abierta',
      neverOpened: 'Nunca se abrió',
      ends: 'Hora límite',
      ended: 'Finalizada',
      cause: 'Cómo finalizó',
      endedBy: 'Finalizada por',
      endReason: 'Motivo para finalizarla',
      idle: 'Límite de inactividad',
      extensions: 'Prórrogas',
      extensionsUsed: ({ used, max }) => `${used} de ${max} usadas`,
    },
    events: {
      heading: 'Qué ocurrió',
      empty: 'Aún no se ha registrado nada.',
      unsupported: 'Este servidor no guarda un registro de lo ocurrido.',
      more: 'Cargar más eventos',
      types: {
        'session.requested': 'Inicio solicitado',
        'session.refused': 'Inicio rechazado',
        'session.started': 'Pestaña abierta',
        'session.redeem-refused': 'Apertura de la pestaña rechazada',
        'session.ticket-replayed': 'Enlace usado por segunda vez',
        'session.extended': 'Tiempo prorrogado',
        'session.mode-changed': 'Acceso cambiado',
        'session.ended': 'Finalizada',
        'request.intended': 'Resultado desconocido',
        'request.made': 'Realizada',
        'request.blocked': 'Bloqueada',
        'record.exported': 'Registro exportado',
      },
      answered: ({ status }) => `Respuesta ${status}`,
      modeChanged: ({ from, to }) => `De «${from}» a «${to}»`,
      quoted: ({ text }) => `«${text}»`,
    },
    revoke: {
      open: 'Revocar',
      openFor: ({ actor, subject }) => `Revocar el acceso de ${actor} como ${subject}`,
      heading: ({ actor, subject }) => `¿Revocar el acceso de ${actor} como ${subject}?`,
      consequence:
        'La pestaña de esa persona dejará de funcionar en la próxima solicitud. Lo hecho queda registrado.',
      reason: '¿Por qué?',
      hint: ({ min }) => `Al menos ${min} caracteres. Se guarda en el registro.`,
      cancel: 'Mantener acceso',
      submit: 'Revocar acceso',
      busy: 'Revocando…',
      done: ({ actor, subject }) => `Se revocó el acceso de ${actor} como ${subject}.`,
    },
  },
};
