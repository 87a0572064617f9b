import type { Messages } from '../en.js';
import { pluralOf } from '../plural.js';

const plural = pluralOf('de');

/** Whatever is wrong with a token, its holder can do the same about it. */
const invalidSignIn = 'Ihre Anmeldung konnte nicht geprüft werden. Melden Sie sich erneut an.';

/** German. */
export const de: Messages = {
  access: {
    label: 'Wer als Sie angemeldet war',
    somebody: 'Jemand aus dem Team',
    isThere: ({ who }) => `${who} ist gerade als Sie angemeldet`,
    isComing: ({ who }) => `${who} meldet sich gleich als Sie an`,
    wasThereFor: ({ who, duration }) => `${who} war ${duration} lang als Sie angemeldet`,
    wasThere: ({ who }) => `${who} war als Sie angemeldet`,
    neverCame: ({ who }) => `${who} wollte sich als Sie anmelden, hat es aber nicht getan`,
    endsIn: ({ time }) => `Endet automatisch in ${time}`,
    timeIsUp: 'Die Zeit ist abgelaufen',

    why: 'Grund',
    mayDo: 'Was die Person darf',
    modes: { 'read-only': 'Ansehen, aber nichts ändern', full: 'Ansehen und ändern' },
    did: {
      label: 'Was die Person getan hat',
      soFar: 'Was die Person bisher getan hat',
      changes: ({ count, number }) =>
        count === 0
          ? 'Nichts geändert'
          : plural(count, {
              one: `${number} Änderung vorgenommen`,
              other: `${number} Änderungen vorgenommen`,
            }),
      looks: ({ count, number }) =>
        count === 0
          ? 'Nichts angesehen'
          : plural(count, { one: 'Einmal etwas angesehen', other: `${number}-mal etwas angesehen` }),
      blocked: ({ count, number }) =>
        plural(count, {
          one: `${number} nicht erlaubter Versuch wurde verhindert`,
          other: `${number} nicht erlaubte Versuche wurden verhindert`,
        }),
    },
    ended: 'Wie der Zugriff endete',
    endCauses: {
      ended: 'Die Person hat den Zugriff beendet',
      expired: 'Die Zeit ist abgelaufen',
      idle: 'Eine Zeit lang wurde nichts getan',
      revoked: 'Der Zugriff wurde vorzeitig widerrufen',
      'revoked-by-subject': 'Sie haben den Zugriff beendet',
      'actor-lost-right': 'Die Person ist nicht mehr dazu berechtigt',
      'actor-signed-out': 'Die Person hat sich abgemeldet',
      'subject-protected': 'Ihr Konto wurde für solche Zugriffe gesperrt',
      'never-redeemed': 'Der Zugriff wurde nie geöffnet',
      unknown: 'Der Zugriff ist beendet; wie, ist nicht bekannt',
    },

    more: 'Frühere anzeigen',
    loading: 'Wird geladen…',
    retry: 'Erneut versuchen',
    empty: 'Niemand hat sich als Sie angemeldet',
    emptyHint: 'Wenn es jemand tut, steht hier, wann und aus welchem Grund.',
    failed: 'Das konnte nicht geladen werden',
    offline: 'Der Server ist nicht erreichbar',
    offlineHint: 'Es wird automatisch weiter versucht.',
    stale: ({ time }) => `Stand: ${time}.`,
    code: ({ code }) => `Code: ${code}`,
    notices: {
      unsupported: {
        title: 'Hier nicht verfügbar',
        hint: 'Diese App zeigt nicht, wer als Sie angemeldet war. Fragen Sie die Verantwortlichen der App.',
      },
      impersonating: {
        title: 'Nur für die Person selbst sichtbar',
        hint: 'Dieser Tab gehört zu einem Identitätswechsel, deshalb wird das hier nicht angezeigt.',
      },
      unknown: {
        title: 'Es ist unklar, wer hier angemeldet ist',
        hint: 'Laden Sie die Seite neu, um zu sehen, wer als Sie angemeldet war.',
      },
      forbidden: {
        title: 'Sie können das gerade nicht sehen',
        hint: 'Melden Sie sich erneut an, um zu sehen, wer als Sie angemeldet war.',
      },
    },
    end: {
      open: 'Jetzt beenden',
      openFor: ({ what }) => `Jetzt beenden: ${what}`,
      heading: 'Jetzt beenden?',
      consequence: ({ what }) => `${what}. Der Zugriff endet sofort. Was getan wurde, bleibt im Protokoll.`,
      cancel: 'Nicht beenden',
      submit: 'Jetzt beenden',
      busy: 'Wird beendet…',
    },
  },

  banner: {
    label: 'Identitätswechsel',
    checking: 'Anmeldung wird geprüft…',
    unclear: 'Es ist unklar, wer hier angemeldet ist.',
    tryAgain: 'Erneut versuchen',
    trying: 'Wird versucht…',

    actingAs: (name) => `Sie handeln als ${name}`,
    signedInAs: (name) => `angemeldet als ${name}`,
    started: (subject, mode) => `Sie handeln als ${subject}. Zugriffsart: ${mode}.`,
    modeChanged: (mode) => `Neue Zugriffsart: ${mode}.`,
    offline: 'Offline',
    offlineAdvice: 'Der Server ist nicht erreichbar. Die Zeit läuft weiter.',

    timeLeft: (time) => `Noch ${time}`,
    idleIn: (time) => `Inaktiv: Ende in ${time}`,
    idleOver: 'Inaktiv: Fortsetzung wird geprüft…',
    urgency: { calm: '', warning: 'Endet bald', critical: 'Endet gleich' },
    notExtendable: 'Eine Verlängerung ist nicht möglich.',
    willEnd: (duration) => `Dieser Identitätswechsel endet in ${duration}.`,
    willIdle: (duration) => `Ohne Aktivität endet dieser Identitätswechsel in ${duration}.`,

    extend: 'Verlängern',
    extendBy: (duration) => `Um ${duration} verlängern`,
    extending: 'Wird verlängert…',
    toFull: 'Zum Vollzugriff wechseln…',
    toFullShort: 'Vollzugriff…',
    toReadOnly: 'Zurück zum Lesezugriff',
    toReadOnlyShort: 'Lesezugriff',
    switching: 'Wird gewechselt…',
    end: 'Beenden',
    signOut: 'Abmelden',
    ending: 'Wird beendet…',

    collapse: 'Verkleinern',
    expand: 'Alles anzeigen',
    titleMark: 'Identitätswechsel · ',

    details: 'Details',
    subject: 'Handeln als',
    actor: 'Angemeldet als',
    access: 'Zugriffsart',
    reason: 'Grund',
    caseNumber: 'Fall',
    endsAt: 'Endet am',
    extensions: 'Verbleibende Verlängerungen',
    shortcut: 'Tastenkürzel zum Beenden',

    fullTitle: (name) => `Vollzugriff als ${name}`,
    fullAdvice: (actor) => `Jede Änderung ist echt und wird unter dem Namen ${actor} protokolliert.`,
    fullReason: 'Warum reicht Lesezugriff nicht aus?',
    fullReasonHint: (min) => `Mindestens ${min} Zeichen. Die Angabe bleibt im Protokoll.`,
    fullSubmit: 'Zum Vollzugriff wechseln',
    cancel: 'Abbrechen',

    endedTitle: (name) => `Sie handeln nicht mehr als ${name}.`,
    endedTitleUnnamed: 'Dieser Identitätswechsel ist beendet.',
    endedBecause: {
      ended: () => 'Er wurde beendet.',
      expired: () => 'Die Zeit ist abgelaufen.',
      idle: () => 'Eine Zeit lang wurde nichts getan.',
      revoked: (by) => (by ? `Der Zugriff wurde von ${by} widerrufen.` : 'Der Zugriff wurde widerrufen.'),
      'revoked-by-subject': () => 'Die Person selbst hat ihn beendet.',
      'actor-lost-right': () => 'Sie sind nicht mehr zum Identitätswechsel berechtigt.',
      'actor-signed-out': () => 'Sie haben sich aus dem Admin-Bereich abgemeldet.',
      'subject-protected': () => 'Die Identität dieser Person darf nicht mehr angenommen werden.',
      'never-redeemed': () => 'Er wurde nie geöffnet.',
      unknown: () => 'Die Ursache ist nicht bekannt.',
    },
    leftover: 'Was diese Seite noch zeigt, ist möglicherweise veraltet.',
    startAgain: 'Neu starten',
    leave: 'Verlassen',
    closeTab: 'Diesen Tab schließen',
    closeYourself:
      'Der Browser lässt diesen Tab offen: Sie können ihn selbst schließen. Ihr Admin-Tab ist unverändert.',

    printed: (actor, subject, session, time) =>
      `Angesehen von ${actor} als ${subject}. Sitzung ${session}, ${time}.`,
  },

  button: {
    label: 'Identität annehmen',
    // The label stays in one piece: whoever speaks to the computer says what is written on the button.
    labelOf: ({ name }) => `Identität annehmen: ${name}`,
    labelWithName: ({ label, name }) => `${label}: ${name}`,
    close: 'Schließen',
    cancel: 'Abbrechen',
    optional: 'Optional',

    notConnected: 'Diese Schaltfläche ist noch mit keinem Server verbunden.',
    impersonating: 'Beenden Sie diesen Identitätswechsel, bevor Sie einen neuen starten.',
    over:
      'Dieser Tab gehört zu einem beendeten Identitätswechsel. ' +
      'Starten Sie den nächsten in Ihrem eigenen Tab.',
    tabUnknown:
      'Es ist unklar, wer hier angemeldet ist, daher kann nichts gestartet werden. Laden Sie die Seite neu.',
    unsupported: 'Mit diesem Backend lässt sich hier kein Identitätswechsel starten.',

    loading: ({ name }) => `${name} wird gesucht…`,
    retry: 'Erneut versuchen',
    refusedTitle: 'Für diese Person nicht verfügbar',
    failedTitle: 'Das hat nicht geklappt',
    retryAfter: ({ duration }) => `Zu viele Versuche. Versuchen Sie es in ${duration} erneut.`,

    category: 'Worum geht es?',
    chooseCategory: 'Thema auswählen',
    categories: ['Problem nachstellen', 'Frage beantworten', 'Einrichtung prüfen', 'Abrechnung', 'Sonstiges'],
    reason: 'Grund',
    reasonHint: ({ min }) => `Mindestens ${min} Zeichen. Der Grund bleibt im Protokoll.`,
    reasonCount: ({ used, max }) => `${used} von ${max} Zeichen`,
    reasonTooShort: ({ min }) => `Nennen Sie den Grund mit mindestens ${min} Zeichen.`,
    reasonTooLong: ({ max }) => `Der Grund darf höchstens ${max} Zeichen lang sein.`,
    caseNumber: 'Fallnummer',
    caseNumberRequired: 'Geben Sie die Nummer des Falls an, um den es geht.',
    caseNumberInvalid: 'Das ist keine gültige Fallnummer.',
    openCase: ({ number }) => `Fall ${number} in neuem Tab öffnen`,
    mode: 'Zugriffsart',
    modeHints: {
      'read-only': ({ name }) => `Sehen, was ${name} sieht. Ändern lässt sich nichts.`,
      full: ({ name }) =>
        `Änderungen als ${name} vornehmen. Vorsicht: Jede ist echt und wird unter Ihrem Namen protokolliert.`,
    },
    duration: 'Endet nach',

    disclosure: 'Was protokolliert wird',
    recorded: 'Alles, was Sie tun, wird unter Ihrem eigenen Namen protokolliert.',
    told: ({ name }) => `${name} erfährt von Ihrer Anmeldung und dem Grund dafür.`,
    notTold: ({ name }) => `${name} erfährt nichts davon.`,
    submit: { 'read-only': 'Mit Lesezugriff starten', full: 'Mit Vollzugriff starten' },
    submitting: 'Wird gestartet…',

    acknowledge: 'Mir ist bewusst, dass alles, was ich tue, unter meinem eigenen Namen protokolliert wird.',
    notAcknowledged: 'Bestätigen Sie, dass Ihnen bewusst ist, was protokolliert wird.',

    conflict: {
      active: ({ name, time, mode }) => `Sie handeln seit ${time} als ${name}. Zugriffsart: ${mode}.`,
      pending: ({ name, time, mode }) =>
        `Sie haben am ${time} begonnen, als ${name} zu handeln, aber noch ist kein Tab geöffnet. ` +
        `Zugriffsart: ${mode}.`,
      end: 'Beenden und fortfahren',
      endOf: ({ label, name }) => `${label}: ${name}`,
      reason: 'Durch Admin beendet, um einen anderen Identitätswechsel zu starten.',
    },

    stepUp: {
      title: 'Bestätigen Sie zum Fortfahren, dass Sie es sind',
      why: ({ duration }) => `Zum Starten darf Ihre Anmeldung höchstens ${duration} zurückliegen.`,
      whyUnsaid: 'Zum Starten ist eine neuere Anmeldung nötig.',
      unanswered:
        'Melden Sie sich in einem anderen Tab erneut an und wählen Sie dann „Erneut versuchen“. ' +
        'Ihre Eingaben bleiben hier erhalten.',
      rejected: 'Das wurde nicht bestätigt, deshalb wurde nichts gestartet. Ihre Eingaben sind noch da.',
      repeated:
        'Der Server hat noch keine neue Anmeldung gesehen. ' +
        'Melden Sie sich erneut an und wählen Sie dann „Erneut versuchen“.',
      confirming: 'Wird bestätigt…',
    },

    opening: ({ name }) => `Tab als ${name} wird geöffnet…`,
    openingHint: 'Ihr eigener Tab bleibt, wie er ist.',
    opened: ({ name }) => `Der Tab als ${name} ist geöffnet.`,
    openedHint: 'Beenden Sie die Sitzung dort, wenn Sie fertig sind.',
    blocked: 'Es wurde noch kein Tab geöffnet.',
    blockedHint:
      'Vielleicht hat Ihr Browser ihn blockiert. Öffnen Sie ihn von hier aus, solange der Link gültig ist.',
    openTab: 'Tab öffnen',
    lapsed: 'Der Link ist abgelaufen, bevor ein Tab ihn geöffnet hat.',
    lapsedHint: 'Ihre Eingaben sind noch da.',
    startAgain: 'Neu starten',
    leaving: ({ name }) => `Sie werden als ${name} zur App weitergeleitet…`,
  },

  chart: {
    caption: 'Sitzungen im Zeitverlauf',
    counted: ({ count, number }) =>
      plural(count, { one: `${number} Sitzung.`, other: `${number} Sitzungen.` }),
    countedIn: ({ when, count, number }) =>
      plural(count, { one: `${when}: ${number} Sitzung.`, other: `${when}: ${number} Sitzungen.` }),
    someBlocked: ({ number }) => `Mit blockierten Anfragen: ${number}.`,
    someRevoked: ({ number }) => `Widerrufen: ${number}.`,
    peak: ({ when, number }) => `Höchstwert: ${number}, ${when}.`,
    hint: 'Ziehen Sie über die Balken oder wählen Sie nacheinander zwei aus, um einen Zeitraum festzulegen.',
    first: 'Von',
    end: 'Bis',
    clear: 'Gesamten Zeitraum anzeigen',
    asTable: 'Als Tabelle anzeigen',
    tableSummary: ({ caption, zone }) =>
      `${caption}. Zeitzone: ${zone}. Zeiten ohne Sitzung sind ausgelassen.`,
    columns: {
      when: 'Zeit',
      sessions: 'Sitzungen',
      blocked: 'Mit blockierten Anfragen',
      revoked: 'Widerrufen',
    },
    unsupported: 'Dieses Backend zählt keine Sitzungen im Zeitverlauf',
  },

  endCauses: {
    ended: 'Durch Admin beendet',
    expired: 'Zeit abgelaufen',
    idle: 'Wegen Inaktivität beendet',
    revoked: 'Widerrufen',
    'revoked-by-subject': 'Von der Person selbst beendet',
    'actor-lost-right': 'Admin nicht mehr zum Identitätswechsel berechtigt',
    'actor-signed-out': 'Admin hat sich abgemeldet',
    'subject-protected': 'Identität der Person darf nicht mehr angenommen werden',
    'never-redeemed': 'Nie geöffnet',
    unknown: 'Beendet, Ursache unbekannt',
  },

  errors: {
    // The token itself.
    token_missing: 'Melden Sie sich zuerst an.',
    malformed_token: invalidSignIn,
    token_too_large: invalidSignIn,
    alg_not_allowed: invalidSignIn,
    header_not_allowed: invalidSignIn,
    crit_unsupported: invalidSignIn,
    typ_not_allowed: invalidSignIn,
    kid_missing: invalidSignIn,
    kid_unknown: invalidSignIn,
    bad_signature: invalidSignIn,
    claims_not_object: invalidSignIn,
    claims_too_deep: invalidSignIn,
    duplicate_claim: invalidSignIn,
    claim_missing: invalidSignIn,
    claim_type: invalidSignIn,
    iss_mismatch: invalidSignIn,
    aud_mismatch: invalidSignIn,
    expired: 'Ihre Anmeldung ist abgelaufen. Melden Sie sich erneut an.',
    not_yet_valid: invalidSignIn,
    iat_in_future: invalidSignIn,
    lifetime_too_long: invalidSignIn,
    sub_invalid: invalidSignIn,
    act_malformed: invalidSignIn,
    act_sub_missing: invalidSignIn,
    act_sub_invalid: invalidSignIn,
    act_too_deep: invalidSignIn,
    sid_missing: invalidSignIn,
    pop_required: invalidSignIn,
    invalid_dpop_proof: invalidSignIn,
    session_revoked: 'Der Identitätswechsel wurde beendet.',
    session_expired: 'Die Zeit für diesen Identitätswechsel ist abgelaufen.',

    // The request.
    unauthenticated: 'Melden Sie sich zuerst an.',
    forbidden: 'Sie sind dazu nicht berechtigt.',
    cross_site_request: 'Die Anfrage kam von einer Seite, die sie nicht senden darf.',
    invalid_request: 'Die Anfrage wurde nicht verstanden.',
    ambiguous_credentials: 'Die Anfrage enthält zwei Anmeldungen; senden Sie nur eine.',
    invalid_cursor: 'Die Seitenmarke gehört nicht zu dieser Liste.',
    method_not_allowed: 'Diese Adresse nimmt solche Anfragen nicht an.',
    not_found: 'Hier ist nichts, oder es ist nicht für Sie bestimmt.',
    payload_too_large: 'Die Anfrage ist zu groß.',
    unsupported_media_type: 'Die Anfrage muss als JSON gesendet werden.',
    rate_limited: 'Zu viele Anfragen. Warten Sie einen Moment.',

    // Starting.
    user_not_found: 'Person nicht gefunden, oder Sie dürfen nicht als diese Person handeln.',
    reason_too_short: 'Nennen Sie einen Grund mit mindestens 10 Zeichen.',
    reason_too_long: 'Der Grund darf höchstens 500 Zeichen lang sein.',
    case_number_required: 'Geben Sie die Fallnummer an.',
    case_number_invalid: 'Die Fallnummer darf bis zu 64 Buchstaben, Ziffern und Zeichen enthalten.',
    duration_not_allowed: 'Wählen Sie eine der angebotenen Zeiten.',
    mode_not_allowed: 'Diese Zugriffsart wird nicht angeboten.',
    self_impersonation: 'Das sind Sie bereits selbst.',
    nested_impersonation: 'Beenden Sie diesen Identitätswechsel, bevor Sie einen neuen starten.',
    subject_protected: 'Die Identität dieser Person kann nicht angenommen werden.',
    not_permitted: 'Sie dürfen nicht als diese Person handeln.',
    insufficient_user_authentication: 'Melden Sie sich erneut an, um zu bestätigen, dass Sie es sind.',
    too_many_sessions: 'Bei Ihnen laufen zu viele Identitätswechsel. Beenden Sie zuerst einen.',
    session_conflict: 'Sie handeln bereits als diese Person.',
    already_started: 'Dieser Start wurde schon ausgeführt. Schließen Sie den Dialog und beginnen Sie neu.',
    idempotency_mismatch: 'Dieselbe Kennung kam bereits mit einer anderen Anfrage. Beginnen Sie neu.',

    // Handing over, and during.
    ticket_invalid: 'Dieser Link ist ungültig. Starten Sie neu von der Admin-Seite.',
    ticket_used:
      'Dieser Link wurde schon verwendet, deshalb wurde der damit geöffnete Identitätswechsel beendet. ' +
      'Starten Sie neu.',
    ticket_expired: 'Dieser Link ist abgelaufen. Starten Sie neu von der Admin-Seite.',
    ticket_misplaced: 'Dieser Link gehört zu einer anderen App.',
    extension_not_allowed: 'Dieser Identitätswechsel kann nicht weiter verlängert werden.',
    read_only_mode: 'Hier gilt nur Lesezugriff. Wechseln Sie zum Vollzugriff, um etwas zu ändern.',
    impersonation_blocked: 'Das ist während eines Identitätswechsels nicht möglich.',

    // The machinery.
    internal: 'Auf dem Server ist ein Fehler aufgetreten. Es wurde nichts geändert.',
    unavailable:
      'Das Protokoll kann gerade nicht geschrieben oder gelesen werden, deshalb ist nichts geschehen. ' +
      'Versuchen Sie es erneut.',
    network: 'Der Server ist nicht erreichbar. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
    bad_answer: 'Die Antwort des Servers ist nicht verständlich. Versuchen Sie es erneut.',
    unsupported: 'Das ist mit diesem Backend nicht möglich.',
  },

  guard: {
    readOnly: 'Nicht verfügbar: Bei diesem Identitätswechsel gilt nur Lesezugriff.',
    readOnlyForNow: 'Mit Lesezugriff nicht verfügbar. Wechseln Sie zuerst zum Vollzugriff.',
    impersonating: (name) =>
      `Das kann nur ${name} selbst: Es ist nicht verfügbar, solange Sie als diese Person handeln.`,
    notImpersonating: 'Nur verfügbar, solange Sie als eine andere Person handeln.',
    unknown: 'Nicht verfügbar, solange unklar ist, wer hier angemeldet ist.',
    ended: 'Nicht verfügbar: Der Identitätswechsel in diesem Tab ist beendet.',

    confirmTitle: 'Im Namen dieser Person ausführen?',
    confirmWhy: (name) =>
      `Das ist ${name} vorbehalten. Nennen Sie den Grund, warum Sie es stellvertretend tun. ` +
      'Es wird dann genau einmal ausgeführt.',
    confirmReason: 'Grund',
    confirmHint: ({ min }) => `Mindestens ${min} Zeichen.`,
    confirmTooShort: ({ min }) => `Nennen Sie den Grund mit mindestens ${min} Zeichen.`,
    confirmCancel: 'Abbrechen',
    confirmSubmit: 'Ausführen',
  },

  modes: { 'read-only': 'Lesezugriff', full: 'Vollzugriff' },

  query: {
    label: 'Suche',
    // What is typed is the same in every language.
    placeholder: 'Wörter oder actor:sam -mode:read-only',
    chips: 'Aktive Filter',
    keys: {
      actor: 'Admin',
      subject: 'Handelt als',
      reason: 'Grund',
      category: 'Thema',
      case: 'Fall',
      session: 'Sitzung',
      status: 'Status',
      mode: 'Zugriffsart',
      cause: 'Art der Beendigung',
      time: 'Beginn',
    },
    is: ({ key, value }) => `${key}: ${value}`,
    isNot: ({ key, value }) => `${key}: nicht ${value}`,
    word: ({ value }) => `„${value}“`,
    notWord: ({ value }) => `nicht „${value}“`,
    remove: ({ filter }) => `Filter entfernen: ${filter}`,
    ignored: 'Nicht berücksichtigt',
    problems: {
      // Only straight quotes are understood.
      'unknown-key': ({ key }) =>
        `Es gibt keinen Filter „${key}“. ` +
        'Um genau diesen Text zu suchen, setzen Sie ihn in gerade Anführungszeichen (").',
      'unknown-value': ({ key, value }) => `„${value}“ ist kein möglicher Wert für „${key}“.`,
      'missing-value': ({ key }) => `Geben Sie nach „${key}“ an, wonach gesucht werden soll.`,
      'bad-operator': ({ key }) => `So lässt sich nach „${key}“ nicht suchen.`,
      'bad-time': ({ value }) =>
        `„${value}“ ist keine gültige Zeitangabe. Schreiben Sie 2026-11-01, 2026-11-01T10:00 oder -24h.`,
      'too-much': () => 'Das ist mehr, als sich auf einmal abfragen lässt.',
    },
    meant: ({ text }) => `${text} verwenden`,

    add: 'Filter hinzufügen',
    field: 'Feld',
    how: 'Bedingung',
    value: 'Wert',
    including: 'ist',
    excluding: 'ist nicht',
    submit: 'Hinzufügen',

    typed: 'Wie eingegeben',
    zone: 'Zeitzone',
    zoneLocal: ({ zone, offset }) => `Lokal: ${zone} (UTC${offset})`,
    zoneNamed: ({ zone, offset }) => `${zone} (UTC${offset})`,
    zones: 'Andere Zeitzonen',

    menu: ({ what }) => `Filtern oder kopieren: ${what}`,
    only: 'Danach filtern',
    without: 'Ausschließen',
    copy: 'Kopieren',
    copied: 'Kopiert',
    notCopied: 'Der Browser lässt das Kopieren nicht zu.',

    export: {
      open: 'Exportieren',
      what: 'Alle gefundenen Sitzungen in einer Datei. Es wird protokolliert, wer sie exportiert.',
      formats: {
        csv: 'CSV, für Tabellenprogramme',
        ndjson: 'NDJSON, eine Sitzung pro Zeile',
        json: 'JSON',
      },
      progress: ({ rows, total }) => `${rows} von ${total}`,
      begun: 'Datei wird vorbereitet',
      cancel: 'Abbrechen',
      canceled: 'Der Export wurde abgebrochen. Es wurde nichts gespeichert.',
      done: ({ count, number }) =>
        plural(count, {
          one: `${number} Sitzung wurde gespeichert.`,
          other: `${number} Sitzungen wurden gespeichert.`,
        }),
      capped: ({ limit }) =>
        `Eine Datei enthält höchstens ${limit} Sitzungen, und es gibt mehr. ` +
        'Grenzen Sie die Suche ein, um die übrigen zu erhalten.',
      failed: 'Die Datei konnte nicht erstellt werden. Es wurde nichts gespeichert.',
    },
  },

  record: {
    loading: 'Wird geladen…',
    retry: 'Erneut versuchen',
    empty: 'Kein Identitätswechsel in diesem Zeitraum',
    emptyHint: 'Das ist normal: Niemand musste als eine andere Person handeln.',
    filteredEmpty: 'Keine Sitzung entspricht diesen Filtern',
    filteredEmptyHint: 'Versuchen Sie es mit einem anderen Wort oder einem längeren Zeitraum.',
    failed: 'Die Sitzungen konnten nicht geladen werden',
    stale: ({ time }) => `Stand: ${time}.`,
    code: ({ code }) => `Code: ${code}`,
    offline: 'Der Server ist nicht erreichbar',
    offlineHint: 'Es wird automatisch weiter versucht.',
    forbidden: 'Sie dürfen dieses Protokoll nicht sehen',
    forbiddenHint: 'Bitten Sie die Verantwortlichen der App um das Recht, Identitätswechsel einzusehen.',
  },

  search: {
    label: 'Person suchen',
    placeholder: 'Name, E-Mail oder Organisation',
    clear: 'Leeren',
    close: 'Schließen',
    list: 'Personen',
    recent: 'Zuletzt',
    results: 'Personen',
    foundFor: ({ query }) => `Gefunden für „${query}“`,
    hint: 'Geben Sie einen Teil eines Namens, einer E-Mail-Adresse oder einer Organisation ein.',
    tooShort: ({ min }) => `Geben Sie mindestens ${min} Zeichen ein.`,
    noResults: ({ query }) => `Keine Person gefunden für „${query}“.`,
    count: ({ count, number }) => plural(count, { one: `${number} Person`, other: `${number} Personen` }),
    shownOf: ({ shown, total }) => `${shown} von ${total}`,
    loading: 'Suche läuft…',
    loadMore: 'Mehr laden',
    retry: 'Erneut versuchen',
    failed: 'Die Suche hat nicht geklappt',
    code: ({ code }) => `Code: ${code}`,
    offline: 'Der Server ist nicht erreichbar',
    offlineHint: 'Die Suche geht automatisch weiter, sobald die Verbindung wieder da ist.',
    forbidden: 'Sie dürfen nicht nach Personen suchen',
    forbiddenHint: 'Bitten Sie die Verantwortlichen der App um das Recht zum Identitätswechsel.',
    rateLimited: 'Zu viele Suchanfragen',
    goesOn: ({ time }) => `Die Suche geht automatisch weiter in ${time}.`,
    waitAMoment: 'Warten Sie einen Moment und versuchen Sie es erneut.',
    unsupported: 'Dieses Backend hat keine Liste von Personen, die sich durchsuchen lässt.',
    sayFound: ({ count, number }) =>
      plural(count, {
        one: `${number} Person. Mit den Pfeiltasten auswählen.`,
        other: `${number} Personen. Mit den Pfeiltasten auswählen.`,
      }),
    sayMore: ({ number }) => `Die ersten ${number} Personen. Mit den Pfeiltasten auswählen.`,
    sayWait: ({ duration }) => `Zu viele Suchanfragen. Die Suche geht in ${duration} weiter.`,
    sayRefused: ({ name, reason }) => `${name}: ${reason}`,
    refusals: {
      self_impersonation: 'Das sind Sie.',
      subject_protected: 'Geschützt: Identität kann nicht angenommen werden.',
      not_permitted: 'Sie dürfen nicht als diese Person handeln.',
    },
    required: 'Wählen Sie eine Person aus der Liste aus.',
  },

  table: {
    caption: 'Sitzungen mit Identitätswechsel',
    summary: ({ caption, period, zone }) => `${caption}. ${period}. Zeitzone: ${zone}.`,
    shown: ({ shown }) => `${shown} angezeigt`,
    shownOf: ({ shown, total }) => `${shown} von ${total} angezeigt`,
    atLeast: ({ number }) => `mindestens ${number}`,
    found: ({ count, number }) =>
      count === 0
        ? 'Keine Sitzungen gefunden.'
        : plural(count, { one: `${number} Sitzung gefunden.`, other: `${number} Sitzungen gefunden.` }),
    fresh: ({ count, number }) =>
      plural(count, { one: `${number} neue Sitzung`, other: `${number} neue Sitzungen` }),
    columns: {
      started: 'Beginn',
      actor: 'Admin',
      subject: 'Handelt als',
      mode: 'Zugriffsart',
      reason: 'Grund',
      status: 'Status',
      actions: 'Aktionen',
    },
    columnMenu: {
      open: 'Spalten',
      widthOf: ({ column }) => `Breite der Spalte „${column}“`,
      resetWidths: 'Breiten zurücksetzen',
      earlier: ({ column }) => `${column} nach vorn`,
      later: ({ column }) => `${column} nach hinten`,
      moved: ({ column, place, count }) => `${column} steht jetzt an Stelle ${place} von ${count}.`,
    },
    printed: ({ time, zone }) => `Gedruckt am ${time} (${zone}).`,
    keys: {
      heading: 'Tasten in der Tabelle',
      next: 'Nächste Zeile',
      previous: 'Vorherige Zeile',
      toggle: 'Zeile öffnen oder schließen',
      values: 'Zu den Werten der Zeile, um zu filtern oder zu kopieren; mit den Pfeiltasten geht es weiter',
      help: 'Diese Tasten anzeigen',
      where: 'Sie funktionieren, solange der Fokus in der Tabelle ist.',
      close: 'Schließen',
    },
    statuses: { pending: 'Wartet', active: 'Aktiv', ended: 'Beendet' },
    waiting: 'Der Tab ist noch nicht geöffnet',
    left: ({ time }) => `Noch ${time}`,
    justNow: 'Gerade eben',
    details: ({ actor, subject, time }) => `Details: ${actor} als ${subject}, ${time}`,
    live: 'Live',
    views: 'Ansichten',
    refresh: 'Aktualisieren',
    loadMore: 'Mehr laden',

    filters: {
      label: 'Sitzungen filtern',
      period: 'Zeitraum',
      from: ({ zone }) => `Von (${zone})`,
      to: ({ zone }) => `Bis (${zone})`,
      clear: 'Filter zurücksetzen',
    },
    periods: {
      '24h': 'Letzte 24 Stunden',
      '7d': 'Letzte 7 Tage',
      '30d': 'Letzte 30 Tage',
      all: 'Gesamter Zeitraum',
      custom: 'Eigener Zeitraum',
    },

    unsupported: 'Dieses Backend führt keine Liste der Sitzungen',
    unsupportedHint: 'Ein Identitätswechsel lässt sich hier starten, aber nicht nachträglich einsehen.',

    detail: {
      id: 'Sitzung',
      reason: 'Grund',
      category: 'Thema',
      caseNumber: 'Fall',
      requested: 'Angefragt',
      opened: 'Tab geöffnet',
      neverOpened: 'Nie geöffnet',
      ends: 'Endet spätestens',
      ended: 'Beendet',
      cause: 'Art der Beendigung',
      endedBy: 'Beendet von',
      endReason: 'Grund der Beendigung',
      idle: 'Endet bei Inaktivität nach',
      extensions: 'Verlängerungen',
      extensionsUsed: ({ used, max }) => `${used} von ${max} genutzt`,
    },
    events: {
      heading: 'Was geschehen ist',
      empty: 'Es wurde noch nichts protokolliert.',
      unsupported: 'Dieses Backend führt kein Protokoll darüber, was geschehen ist.',
      more: 'Weitere Ereignisse laden',
      types: {
        'session.requested': 'Start angefragt',
        'session.refused': 'Start abgelehnt',
        'session.started': 'Tab geöffnet',
        'session.redeem-refused': 'Öffnen des Tabs abgelehnt',
        'session.ticket-replayed': 'Link ein zweites Mal verwendet',
        'session.extended': 'Zeit verlängert',
        'session.mode-changed': 'Zugriffsart gewechselt',
        'session.ended': 'Beendet',
        'request.intended': 'Ergebnis unbekannt',
        'request.made': 'Ausgeführt',
        'request.blocked': 'Blockiert',
        'record.exported': 'Protokoll exportiert',
      },
      answered: ({ status }) => `Antwort ${status}`,
      modeChanged: ({ from, to }) => `Von ${from} zu ${to}`,
      quoted: ({ text }) => `„${text}“`,
    },
    revoke: {
      open: 'Widerrufen',
      openFor: ({ actor, subject }) => `Zugriff widerrufen: ${actor} als ${subject}`,
      heading: ({ actor, subject }) => `Zugriff von ${actor} als ${subject} widerrufen?`,
      consequence:
        'Der Tab funktioniert ab der nächsten Anfrage nicht mehr. Was getan wurde, bleibt im Protokoll.',
      reason: 'Warum?',
      hint: ({ min }) => `Mindestens ${min} Zeichen. Die Angabe bleibt im Protokoll.`,
      cancel: 'Offen lassen',
      submit: 'Zugriff widerrufen',
      busy: 'Wird widerrufen…',
      done: ({ actor, subject }) => `Der Zugriff von ${actor} als ${subject} wurde widerrufen.`,
    },
  },
  views: {
    changed: 'Seitdem geändert',
    fixed: { active: 'Gerade aktiv', full: 'Vollzugriff', cut: 'Vorzeitig beendet', week: 'Letzte 7 Tage' },
    own: 'Ihre Ansichten',
    none: 'Noch keine. Eine Ansicht merkt sich Suche, Zeitraum, Reihenfolge und Spalten.',
    saveAs: 'Aktuelle Ansicht speichern als',
    save: 'Speichern',
    saved: ({ name }) => `Als „${name}“ gespeichert.`,
    taken: ({ name }) => `Sie haben schon eine Ansicht namens „${name}“.`,
    replace: 'Ersetzen',
    update: ({ name }) => `Änderungen in „${name}“ speichern`,
    rename: ({ name }) => `„${name}“ umbenennen`,
    newName: ({ name }) => `Neuer Name für „${name}“`,
    delete: ({ name }) => `„${name}“ löschen`,
    deleted: ({ name }) => `„${name}“ wurde gelöscht.`,
    undo: 'Rückgängig',
    failed: {
      read: 'Ihre Ansichten konnten nicht gelesen werden.',
      kept: 'Das konnte nicht gespeichert werden. Es ist nichts verloren: Versuchen Sie es noch einmal.',
    },
  },
};
