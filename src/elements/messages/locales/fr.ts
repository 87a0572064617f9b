import type { Messages } from '../en.js';
import { pluralOf } from '../plural.js';

const plural = pluralOf('fr');

/** “de” and a name; “d’” before a vowel. */
const of = (name: string): string => (/^[aeiouàâäæéèêëîïôöœùûü]/iu.test(name) ? `d’${name}` : `de ${name}`);

/** Whatever is wrong with a token, its holder can do the same about it. */
const invalidSignIn = 'Votre connexion n’a pas pu être vérifiée. Connectez-vous à nouveau.';

/** French. Spaces that must not break are written as escapes. */
export const fr: Messages = {
  access: {
    label: 'Qui a accédé à votre compte',
    somebody: 'Un membre de l’équipe',
    isThere: ({ who }) => `${who} accède à votre compte en ce moment`,
    isComing: ({ who }) => `${who} va accéder à votre compte`,
    wasThereFor: ({ who, duration }) => `${who} a accédé à votre compte pendant ${duration}`,
    wasThere: ({ who }) => `${who} a accédé à votre compte`,
    neverCame: ({ who }) => `${who} devait accéder à votre compte, mais ne l’a pas fait`,
    endsIn: ({ time }) => `Fin automatique dans ${time}`,
    timeIsUp: 'Le temps est écoulé',

    why: 'Motif',
    mayDo: 'Ce que la personne peut faire',
    modes: { 'read-only': 'Consulter, sans rien modifier', full: 'Consulter et modifier' },
    did: {
      label: 'Ce que la personne a fait',
      soFar: 'Ce que la personne a fait jusqu’ici',
      changes: ({ count, number }) =>
        count === 0
          ? 'Aucune modification'
          : plural(count, {
              one: `${number} modification`,
              many: `${number} de modifications`,
              other: `${number} modifications`,
            }),
      looks: ({ count, number }) =>
        count === 0
          ? 'Aucune consultation'
          : plural(count, {
              one: `${number} consultation`,
              many: `${number} de consultations`,
              other: `${number} consultations`,
            }),
      blocked: ({ count, number }) =>
        plural(count, {
          one: `${number} tentative non autorisée bloquée`,
          many: `${number} de tentatives non autorisées bloquées`,
          other: `${number} tentatives non autorisées bloquées`,
        }),
    },
    ended: 'Comment cela a pris fin',
    endCauses: {
      ended: 'La personne y a mis fin',
      expired: 'Le temps est écoulé',
      idle: 'Rien n’a été fait pendant un moment',
      revoked: 'L’accès a été révoqué avant la fin',
      'revoked-by-subject': 'Vous y avez mis fin',
      'actor-lost-right': 'La personne n’en a plus le droit',
      'actor-signed-out': 'La personne s’est déconnectée',
      'subject-protected': 'Votre compte a été protégé contre ces accès',
      'never-redeemed': 'L’accès n’a jamais été ouvert',
      unknown: 'L’accès a pris fin, on ne sait pas comment',
    },

    more: 'Afficher les accès précédents',
    loading: 'Chargement…',
    retry: 'Réessayer',
    empty: 'Aucun membre de l’équipe n’a accédé à votre compte',
    emptyHint: 'Si cela arrive, la date et le motif seront indiqués ici.',
    failed: 'Le chargement a échoué',
    offline: 'Le serveur est injoignable',
    offlineHint: 'De nouveaux essais ont lieu automatiquement.',
    stale: ({ time }) => `Données du ${time}.`,
    code: ({ code }) => `Code\u00a0: ${code}`,
    notices: {
      unsupported: {
        title: 'Non disponible ici',
        hint: 'Cette application n’indique pas qui a accédé à votre compte. Consultez ses responsables.',
      },
      impersonating: {
        title: 'Réservé à la personne elle-même',
        hint: 'Cet onglet est celui d’un emprunt d’identité\u00a0: cette liste n’y est pas affichée.',
      },
      unknown: {
        title: 'Impossible de savoir quel compte est connecté ici',
        hint: 'Rechargez la page pour voir qui a accédé à votre compte.',
      },
      forbidden: {
        title: 'Vous ne pouvez pas voir cette liste pour le moment',
        hint: 'Connectez-vous à nouveau pour voir qui a accédé à votre compte.',
      },
    },
    end: {
      open: 'Mettre fin à l’accès',
      openFor: ({ what }) => `Mettre fin à l’accès\u00a0: ${what}`,
      heading: 'Mettre fin à cet accès maintenant\u202f?',
      consequence: ({ what }) =>
        `${what}. L’accès prend fin immédiatement. Ce qui a été fait reste dans le journal.`,
      cancel: 'Ne pas y mettre fin',
      submit: 'Mettre fin à l’accès',
      busy: 'Fin en cours…',
    },
  },

  banner: {
    label: 'Emprunt d’identité',
    checking: 'Vérification du compte connecté…',
    unclear: 'Impossible de savoir quel compte est connecté ici.',
    tryAgain: 'Réessayer',
    trying: 'Nouvel essai…',

    // No sentence here: the name is drawn by itself, and “de” could not become “d’” before it.
    actingAs: (name) => `Identité empruntée\u00a0: ${name}`,
    signedInAs: (name) => `votre compte\u00a0: ${name}`,
    started: (subject, mode) => `Vous agissez sous l’identité ${of(subject)}. Type d’accès\u00a0: ${mode}.`,
    modeChanged: (mode) => `Nouveau type d’accès\u00a0: ${mode}.`,
    offline: 'Hors ligne',
    offlineAdvice: 'Le serveur est injoignable. Le temps continue de s’écouler.',

    timeLeft: (time) => `Encore ${time}`,
    idleIn: (time) => `Inactivité\u00a0: fin dans ${time}`,
    idleOver: 'Inactivité\u00a0: vérification en cours…',
    urgency: { calm: '', warning: 'Fin proche', critical: 'Fin imminente' },
    notExtendable: 'Aucune prolongation n’est possible.',
    willEnd: (duration) => `Cet emprunt d’identité prend fin dans ${duration}.`,
    willIdle: (duration) => `Sans activité de votre part, cet emprunt d’identité prend fin dans ${duration}.`,

    extend: 'Prolonger',
    extendBy: (duration) => `Prolonger de ${duration}`,
    extending: 'Prolongation…',
    toFull: 'Passer en accès complet…',
    toFullShort: 'Accès complet…',
    toReadOnly: 'Revenir en lecture seule',
    toReadOnlyShort: 'Lecture seule',
    switching: 'Changement…',
    end: 'Terminer',
    signOut: 'Se déconnecter',
    ending: 'Fin en cours…',

    collapse: 'Réduire',
    expand: 'Tout afficher',
    titleMark: 'Emprunt d’identité · ',

    details: 'Détails',
    subject: 'Identité empruntée',
    actor: 'Votre compte',
    access: 'Type d’accès',
    reason: 'Motif',
    caseNumber: 'Dossier',
    endsAt: 'Fin prévue',
    extensions: 'Prolongations restantes',
    shortcut: 'Raccourci pour terminer',

    fullTitle: (name) => `Accès complet sous l’identité ${of(name)}`,
    fullAdvice: (actor) =>
      `Vos modifications sont bien réelles, et consignées dans le journal au nom ${of(actor)}.`,
    fullReason: 'Pourquoi la lecture seule ne suffit-elle pas\u202f?',
    fullReasonHint: (min) => `Au moins ${min} caractères. Votre réponse est conservée dans le journal.`,
    fullSubmit: 'Passer en accès complet',
    cancel: 'Annuler',

    endedTitle: (name) => `Vous n’agissez plus sous l’identité ${of(name)}.`,
    endedTitleUnnamed: 'Cet emprunt d’identité est terminé.',
    endedBecause: {
      ended: () => 'Il y a été mis fin.',
      expired: () => 'Le temps est écoulé.',
      idle: () => 'Rien n’a été fait pendant un moment.',
      revoked: (by) => (by ? `L’accès a été révoqué par ${by}.` : 'L’accès a été révoqué.'),
      'revoked-by-subject': () => 'La personne elle-même y a mis fin.',
      'actor-lost-right': () => 'Vous n’avez plus le droit d’emprunter une identité.',
      'actor-signed-out': () => 'Vous avez quitté l’espace d’administration.',
      'subject-protected': () => 'L’identité de cette personne ne peut plus être empruntée.',
      'never-redeemed': () => 'Il n’a jamais été ouvert.',
      unknown: () => 'La cause n’est pas connue.',
    },
    leftover: 'Ce que cette page affiche encore n’est peut-être plus à jour.',
    startAgain: 'Recommencer',
    leave: 'Quitter',
    closeTab: 'Fermer cet onglet',
    closeYourself:
      'Le navigateur garde cet onglet ouvert\u00a0: vous pouvez le fermer. ' +
      'Votre onglet d’administration n’a pas changé.',

    printed: (actor, subject, session, time) =>
      `Consulté par ${actor} sous l’identité ${of(subject)}. Session ${session}, ${time}.`,
  },

  button: {
    label: 'Emprunter l’identité',
    labelOf: ({ name }) => `Emprunter l’identité ${of(name)}`,
    labelWithName: ({ label, name }) => `${label}\u00a0: ${name}`,
    close: 'Fermer',
    cancel: 'Annuler',
    optional: 'Facultatif',

    notConnected: 'Ce bouton n’est pas encore relié à un serveur.',
    impersonating: 'Mettez fin à cet emprunt d’identité avant d’en démarrer un autre.',
    over:
      'Cet onglet est celui d’un emprunt d’identité terminé. ' +
      'Démarrez le prochain depuis votre propre onglet.',
    tabUnknown:
      'Impossible de savoir quel compte est connecté ici\u00a0: rien ne peut démarrer. Rechargez la page.',
    unsupported: 'Ce backend ne permet pas de démarrer un emprunt d’identité ici.',

    loading: ({ name }) => `Recherche ${of(name)}…`,
    retry: 'Réessayer',
    refusedTitle: 'Non disponible pour cette personne',
    failedTitle: 'L’opération a échoué',
    retryAfter: ({ duration }) => `Trop de tentatives. Réessayez dans ${duration}.`,

    category: 'De quoi s’agit-il\u202f?',
    chooseCategory: 'Choisir un sujet',
    categories: [
      'Reproduire un problème',
      'Répondre à une question',
      'Vérifier une configuration',
      'Facturation',
      'Autre',
    ],
    reason: 'Motif',
    reasonHint: ({ min }) => `Au moins ${min} caractères. Le motif est conservé dans le journal.`,
    reasonCount: ({ used, max }) => `${used} sur ${max} caractères`,
    reasonTooShort: ({ min }) => `Indiquez le motif en ${min} caractères au moins.`,
    reasonTooLong: ({ max }) => `Le motif ne doit pas dépasser ${max} caractères.`,
    caseNumber: 'Numéro de dossier',
    caseNumberRequired: 'Indiquez le numéro du dossier concerné.',
    caseNumberInvalid: 'Ce numéro de dossier n’est pas valide.',
    openCase: ({ number }) => `Ouvrir le dossier ${number} dans un nouvel onglet`,
    mode: 'Type d’accès',
    modeHints: {
      'read-only': ({ name }) => `Voir ce que voit ${name}. Rien ne peut être modifié.`,
      full: ({ name }) =>
        `Modifier sous l’identité ${of(name)}. ` +
        'Attention\u00a0: chaque modification est réelle, et consignée à votre nom.',
    },
    duration: 'Prend fin après',

    disclosure: 'Ce qui est consigné dans le journal',
    recorded: 'Tout ce que vous faites est consigné à votre propre nom.',
    told: ({ name }) => `Votre accès et son motif sont communiqués à ${name}.`,
    notTold: ({ name }) => `Rien n’est communiqué à ${name}.`,
    submit: { 'read-only': 'Démarrer en lecture seule', full: 'Démarrer en accès complet' },
    submitting: 'Démarrage…',

    acknowledge: 'Je comprends que tout ce que je fais est consigné à mon propre nom.',
    notAcknowledged: 'Confirmez que vous comprenez ce qui est consigné.',

    conflict: {
      active: ({ name, time, mode }) =>
        `Vous agissez sous l’identité ${of(name)} depuis le ${time}. Type d’accès\u00a0: ${mode}.`,
      pending: ({ name, time, mode }) =>
        `Vous avez démarré l’emprunt de l’identité ${of(name)} le ${time}, ` +
        `mais aucun onglet ne s’est encore ouvert. Type d’accès\u00a0: ${mode}.`,
      end: 'Terminer et continuer',
      endOf: ({ label, name }) => `${label}\u00a0: ${name}`,
      reason: 'Session terminée par l’admin pour en démarrer une autre.',
    },

    stepUp: {
      title: 'Pour continuer, confirmez que c’est bien vous',
      why: ({ duration }) => `Pour démarrer, votre connexion doit dater de moins de ${duration}.`,
      whyUnsaid: 'Pour démarrer, une connexion plus récente est nécessaire.',
      unanswered:
        'Reconnectez-vous dans un autre onglet, puis choisissez «\u00a0Réessayer\u00a0». ' +
        'Votre saisie est conservée ici.',
      rejected: 'La confirmation n’a pas abouti\u00a0: rien n’a été démarré. Votre saisie est toujours là.',
      repeated:
        'Le serveur n’a pas encore vu de nouvelle connexion. ' +
        'Reconnectez-vous, puis choisissez «\u00a0Réessayer\u00a0».',
      confirming: 'Confirmation…',
    },

    opening: ({ name }) => `Ouverture d’un onglet sous l’identité ${of(name)}…`,
    openingHint: 'Votre propre onglet ne change pas.',
    opened: ({ name }) => `L’onglet sous l’identité ${of(name)} est ouvert.`,
    openedHint: 'Mettez fin à la session dans cet onglet quand vous avez terminé.',
    blocked: 'Aucun onglet ne s’est encore ouvert.',
    blockedHint: 'Votre navigateur l’a peut-être bloqué. Ouvrez-le d’ici tant que le lien est valable.',
    openTab: 'Ouvrir l’onglet',
    lapsed: 'Le lien a expiré avant d’être ouvert dans un onglet.',
    lapsedHint: 'Votre saisie est toujours là.',
    startAgain: 'Recommencer',
    leaving: ({ name }) => `Redirection vers l’application sous l’identité ${of(name)}…`,
  },

  chart: {
    caption: 'Sessions au fil du temps',
    counted: ({ count, number }) =>
      plural(count, {
        one: `${number} session.`,
        many: `${number} de sessions.`,
        other: `${number} sessions.`,
      }),
    countedIn: ({ when, count, number }) =>
      plural(count, {
        one: `${when}\u00a0: ${number} session.`,
        many: `${when}\u00a0: ${number} de sessions.`,
        other: `${when}\u00a0: ${number} sessions.`,
      }),
    someBlocked: ({ number }) => `Avec des requêtes bloquées\u00a0: ${number}.`,
    someRevoked: ({ number }) => `Révoquées\u00a0: ${number}.`,
    peak: ({ when, number }) => `Maximum\u00a0: ${number}, ${when}.`,
    hint: 'Faites glisser sur les barres ou choisissez-en deux l’une après l’autre pour définir une période.',
    first: 'Du',
    end: 'Au',
    clear: 'Afficher toute la période',
    asTable: 'Afficher sous forme de tableau',
    tableSummary: ({ caption, zone }) =>
      `${caption}. Fuseau horaire\u00a0: ${zone}. Les moments sans session sont omis.`,
    columns: {
      when: 'Quand',
      sessions: 'Sessions',
      blocked: 'Avec des requêtes bloquées',
      revoked: 'Révoquées',
    },
    unsupported: 'Ce backend ne compte pas les sessions au fil du temps',
  },

  endCauses: {
    ended: 'Terminée par l’admin',
    expired: 'Temps écoulé',
    idle: 'Terminée pour inactivité',
    revoked: 'Révoquée',
    'revoked-by-subject': 'Terminée par la personne elle-même',
    'actor-lost-right': 'L’admin n’a plus le droit d’emprunter une identité',
    'actor-signed-out': 'Déconnexion de l’admin',
    'subject-protected': 'L’identité de la personne ne peut plus être empruntée',
    'never-redeemed': 'Jamais ouverte',
    unknown: 'Terminée, cause inconnue',
  },

  errors: {
    // The token itself.
    token_missing: 'Connectez-vous d’abord.',
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
    expired: 'Votre connexion a expiré. Connectez-vous à nouveau.',
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
    session_revoked: 'Il a été mis fin à cet emprunt d’identité.',
    session_expired: 'Le temps de cet emprunt d’identité est écoulé.',

    // The request.
    unauthenticated: 'Connectez-vous d’abord.',
    forbidden: 'Vous n’en avez pas le droit.',
    cross_site_request: 'La requête vient d’une page qui n’est pas autorisée à l’envoyer.',
    invalid_request: 'La requête n’est pas comprise.',
    ambiguous_credentials: 'La requête contient deux authentifications\u202f; envoyez-en une seule.',
    invalid_cursor: 'Le repère de page n’appartient pas à cette liste.',
    method_not_allowed: 'Cette adresse n’accepte pas ce type de requête.',
    not_found: 'Il n’y a rien ici, ou cela ne vous est pas accessible.',
    payload_too_large: 'La requête est trop volumineuse.',
    unsupported_media_type: 'La requête doit être envoyée en JSON.',
    rate_limited: 'Trop de requêtes. Patientez un instant.',

    // Starting.
    user_not_found: 'Cette personne n’existe pas, ou vous ne pouvez pas agir sous son identité.',
    reason_too_short: 'Indiquez un motif de 10 caractères au moins.',
    reason_too_long: 'Le motif ne doit pas dépasser 500 caractères.',
    case_number_required: 'Indiquez le numéro de dossier.',
    case_number_invalid: 'Le numéro de dossier peut contenir jusqu’à 64 lettres, chiffres et signes.',
    duration_not_allowed: 'Choisissez l’une des durées proposées.',
    mode_not_allowed: 'Ce type d’accès n’est pas proposé.',
    self_impersonation: 'Cette identité est déjà la vôtre.',
    nested_impersonation: 'Mettez fin à cet emprunt d’identité avant d’en démarrer un autre.',
    subject_protected: 'L’identité de cette personne ne peut pas être empruntée.',
    not_permitted: 'Vous n’avez pas le droit d’agir sous l’identité de cette personne.',
    insufficient_user_authentication: 'Connectez-vous à nouveau pour confirmer que c’est bien vous.',
    too_many_sessions: 'Vous avez trop d’emprunts d’identité en cours. Mettez d’abord fin à l’un d’eux.',
    session_conflict: 'Vous agissez déjà sous l’identité de cette personne.',
    already_started: 'Ce démarrage a déjà eu lieu. Fermez la boîte de dialogue et recommencez.',
    idempotency_mismatch: 'Le même identifiant a déjà servi pour une autre requête. Recommencez.',

    // Handing over, and during.
    ticket_invalid: 'Ce lien n’est pas valable. Recommencez depuis la page d’administration.',
    ticket_used:
      'Ce lien a déjà servi\u00a0: il a été mis fin à l’emprunt d’identité qu’il avait ouvert. Recommencez.',
    ticket_expired: 'Ce lien a expiré. Recommencez depuis la page d’administration.',
    ticket_misplaced: 'Ce lien appartient à une autre application.',
    extension_not_allowed: 'Cet emprunt d’identité ne peut plus être prolongé.',
    read_only_mode:
      'Cet emprunt d’identité est en lecture seule. Passez en accès complet pour faire des modifications.',
    impersonation_blocked: 'Cette action n’est pas possible pendant un emprunt d’identité.',

    // The machinery.
    internal: 'Une erreur s’est produite sur le serveur. Rien n’a été modifié.',
    unavailable: 'Le journal ne peut être ni écrit ni lu pour le moment\u00a0: rien n’a été fait. Réessayez.',
    network: 'Le serveur est injoignable. Vérifiez la connexion et réessayez.',
    bad_answer: 'La réponse du serveur est incompréhensible. Réessayez.',
    unsupported: 'Ce backend ne le permet pas.',
  },

  guard: {
    readOnly: 'Non disponible\u00a0: cet emprunt d’identité est en lecture seule.',
    readOnlyForNow: 'Non disponible en lecture seule. Passez d’abord en accès complet.',
    impersonating: (name) =>
      `Réservé à ${name}\u00a0: cette action n’est pas disponible tant que vous agissez sous cette identité.`,
    notImpersonating: 'Disponible uniquement lorsque vous agissez sous une autre identité.',
    unknown: 'Non disponible tant que le compte connecté ici n’est pas connu.',
    ended: 'Non disponible\u00a0: l’emprunt d’identité de cet onglet est terminé.',

    confirmTitle: 'Agir au nom de cette personne\u202f?',
    confirmWhy: (name) =>
      `Cette action est réservée à ${name}. ` +
      'Indiquez pourquoi vous l’effectuez à sa place\u00a0: elle sera effectuée une seule fois.',
    confirmReason: 'Motif',
    confirmHint: ({ min }) => `Au moins ${min} caractères.`,
    confirmTooShort: ({ min }) => `Indiquez le motif en ${min} caractères au moins.`,
    confirmCancel: 'Annuler',
    confirmSubmit: 'Effectuer',
  },

  modes: { 'read-only': 'Lecture seule', full: 'Accès complet' },

  query: {
    label: 'Recherche',
    // What is typed is the same in every language.
    placeholder: 'Mots, ou actor:sam -mode:read-only',
    chips: 'Filtres actifs',
    keys: {
      actor: 'Admin',
      subject: 'Identité empruntée',
      reason: 'Motif',
      category: 'Sujet',
      case: 'Dossier',
      session: 'Session',
      status: 'État',
      mode: 'Type d’accès',
      cause: 'Cause de la fin',
      time: 'Début',
    },
    is: ({ key, value }) => `${key}\u00a0: ${value}`,
    isNot: ({ key, value }) => `${key}\u00a0: sauf ${value}`,
    word: ({ value }) => `«\u00a0${value}\u00a0»`,
    notWord: ({ value }) => `sauf «\u00a0${value}\u00a0»`,
    remove: ({ filter }) => `Retirer le filtre\u00a0: ${filter}`,
    ignored: 'Non pris en compte',
    problems: {
      // Only straight quotes are understood.
      'unknown-key': ({ key }) =>
        `Le filtre «\u00a0${key}\u00a0» n’existe pas. ` +
        'Pour chercher ce texte tel quel, mettez-le entre guillemets droits (").',
      'unknown-value': ({ key, value }) =>
        `«\u00a0${value}\u00a0» n’est pas une valeur possible pour «\u00a0${key}\u00a0».`,
      'missing-value': ({ key }) => `Indiquez, après «\u00a0${key}\u00a0», ce qu’il faut chercher.`,
      'bad-operator': ({ key }) => `Le filtre «\u00a0${key}\u00a0» ne peut pas s’utiliser ainsi.`,
      'bad-time': ({ value }) =>
        `«\u00a0${value}\u00a0» n’est pas une date valable. ` +
        'Écrivez 2026-11-01, 2026-11-01T10:00 ou -24h.',
      'too-much': () => 'C’est plus que ce qui peut être recherché en une fois.',
    },
    meant: ({ text }) => `Utiliser ${text}`,

    add: 'Ajouter un filtre',
    field: 'Champ',
    how: 'Condition',
    value: 'Valeur',
    including: 'est',
    excluding: 'n’est pas',
    submit: 'Ajouter',

    typed: 'Selon votre saisie',
    zone: 'Fuseau horaire',
    zoneLocal: ({ zone, offset }) => `Local\u00a0: ${zone} (UTC${offset})`,
    zoneNamed: ({ zone, offset }) => `${zone} (UTC${offset})`,
    zones: 'Autres fuseaux horaires',

    menu: ({ what }) => `Filtrer ou copier\u00a0: ${what}`,
    only: 'Filtrer sur cette valeur',
    without: 'Exclure cette valeur',
    copy: 'Copier',
    copied: 'Copié',
    notCopied: 'Le navigateur n’autorise pas la copie.',

    export: {
      open: 'Exporter',
      what:
        'Toutes les sessions trouvées, dans un seul fichier. ' +
        'Le nom de la personne qui exporte est consigné dans le journal.',
      formats: {
        csv: 'CSV, pour tableur',
        ndjson: 'NDJSON, une session par ligne',
        json: 'JSON',
      },
      progress: ({ rows, total }) => `${rows} sur ${total}`,
      begun: 'Préparation du fichier',
      cancel: 'Annuler',
      canceled: 'L’export a été annulé. Rien n’a été enregistré.',
      done: ({ count, number }) =>
        plural(count, {
          one: `${number} session enregistrée.`,
          many: `${number} de sessions enregistrées.`,
          other: `${number} sessions enregistrées.`,
        }),
      capped: ({ limit }) =>
        `Un fichier contient au plus ${limit} sessions, et il y en a davantage. ` +
        'Affinez la recherche pour obtenir les autres.',
      failed: 'Le fichier n’a pas pu être créé. Rien n’a été enregistré.',
    },
  },

  record: {
    loading: 'Chargement…',
    retry: 'Réessayer',
    empty: 'Aucun emprunt d’identité sur cette période',
    emptyHint: 'C’est normal\u00a0: personne n’a eu à agir sous une autre identité.',
    filteredEmpty: 'Aucune session ne correspond à ces filtres',
    filteredEmptyHint: 'Essayez un autre mot, ou une période plus longue.',
    failed: 'Les sessions n’ont pas pu être chargées',
    stale: ({ time }) => `Données du ${time}.`,
    code: ({ code }) => `Code\u00a0: ${code}`,
    offline: 'Le serveur est injoignable',
    offlineHint: 'De nouveaux essais ont lieu automatiquement.',
    forbidden: 'Vous n’avez pas accès à ce journal',
    forbiddenHint:
      'Demandez aux responsables de l’application le droit de consulter les emprunts d’identité.',
  },

  search: {
    label: 'Rechercher une personne',
    placeholder: 'Nom, e-mail ou organisation',
    clear: 'Effacer',
    close: 'Fermer',
    list: 'Personnes',
    recent: 'Récentes',
    results: 'Personnes',
    foundFor: ({ query }) => `Résultats pour «\u00a0${query}\u00a0»`,
    hint: 'Saisissez une partie d’un nom, d’une adresse e-mail ou d’une organisation.',
    tooShort: ({ min }) => `Saisissez au moins ${min} caractères.`,
    noResults: ({ query }) => `Aucune personne ne correspond à «\u00a0${query}\u00a0».`,
    count: ({ count, number }) =>
      plural(count, {
        one: `${number} personne`,
        many: `${number} de personnes`,
        other: `${number} personnes`,
      }),
    shownOf: ({ shown, total }) => `${shown} sur ${total}`,
    loading: 'Recherche…',
    loadMore: 'Charger plus',
    retry: 'Réessayer',
    failed: 'La recherche a échoué',
    code: ({ code }) => `Code\u00a0: ${code}`,
    offline: 'Le serveur est injoignable',
    offlineHint: 'La recherche reprendra automatiquement dès le retour de la connexion.',
    forbidden: 'Vous n’avez pas le droit de rechercher des personnes',
    forbiddenHint: 'Demandez aux responsables de l’application le droit d’emprunter une identité.',
    rateLimited: 'Trop de recherches',
    goesOn: ({ time }) => `La recherche reprendra automatiquement dans ${time}.`,
    waitAMoment: 'Patientez un instant, puis réessayez.',
    unsupported: 'Ce backend n’a pas de liste de personnes où chercher.',
    sayFound: ({ count, number }) =>
      plural(count, {
        one: `${number} personne. Choisissez avec les touches fléchées.`,
        many: `${number} de personnes. Choisissez avec les touches fléchées.`,
        other: `${number} personnes. Choisissez avec les touches fléchées.`,
      }),
    sayMore: ({ number }) => `Les ${number} premières personnes. Choisissez avec les touches fléchées.`,
    sayWait: ({ duration }) => `Trop de recherches. La recherche reprendra dans ${duration}.`,
    sayRefused: ({ name, reason }) => `${name}\u00a0: ${reason}`,
    refusals: {
      self_impersonation: 'C’est vous.',
      subject_protected: 'Protection active\u00a0: identité impossible à emprunter.',
      not_permitted: 'Vous n’avez pas le droit d’agir sous cette identité.',
    },
    required: 'Choisissez une personne dans la liste.',
  },

  table: {
    caption: 'Sessions d’emprunt d’identité',
    summary: ({ caption, period, zone }) => `${caption}. ${period}. Fuseau horaire\u00a0: ${zone}.`,
    shown: ({ shown }) => `Affichage\u00a0: ${shown}`,
    shownOf: ({ shown, total }) => `Affichage\u00a0: ${shown} sur ${total}`,
    atLeast: ({ number }) => `au moins ${number}`,
    found: ({ count, number }) =>
      count === 0
        ? 'Aucune session trouvée.'
        : plural(count, {
            one: `${number} session trouvée.`,
            many: `${number} de sessions trouvées.`,
            other: `${number} sessions trouvées.`,
          }),
    fresh: ({ count, number }) =>
      plural(count, {
        one: `${number} nouvelle session`,
        many: `${number} de nouvelles sessions`,
        other: `${number} nouvelles sessions`,
      }),
    columns: {
      started: 'Début',
      actor: 'Admin',
      subject: 'Identité empruntée',
      mode: 'Type d’accès',
      reason: 'Motif',
      status: 'État',
      actions: 'Actions',
    },
    columnMenu: {
      open: 'Colonnes',
      widthOf: ({ column }) => `Largeur de la colonne «\u00a0${column}\u00a0»`,
      resetWidths: 'Réinitialiser les largeurs',
      earlier: ({ column }) => `Avancer ${column}`,
      later: ({ column }) => `Reculer ${column}`,
      moved: ({ column, place, count }) => `${column} est maintenant à la place ${place} sur ${count}.`,
    },
    printed: ({ time, zone }) => `Imprimé le ${time} (${zone}).`,
    keys: {
      heading: 'Touches dans le tableau',
      next: 'Ligne suivante',
      previous: 'Ligne précédente',
      toggle: 'Ouvrir ou fermer la ligne',
      values:
        'Aller aux valeurs de la ligne pour filtrer ou copier\u00a0; les flèches mènent de l’une à l’autre',
      help: 'Afficher ces touches',
      where: 'Elles fonctionnent tant que le focus est dans le tableau.',
      close: 'Fermer',
    },
    statuses: { pending: 'En attente', active: 'Active', ended: 'Terminée' },
    waiting: 'L’onglet n’est pas encore ouvert',
    left: ({ time }) => `Encore ${time}`,
    justNow: 'À l’instant',
    details: ({ actor, subject, time }) => `Détails\u00a0: ${actor} sous l’identité ${of(subject)}, ${time}`,
    live: 'En direct',
    views: 'Vues',
    refresh: 'Actualiser',
    loadMore: 'Charger plus',

    filters: {
      label: 'Filtrer les sessions',
      period: 'Période',
      from: ({ zone }) => `Du (${zone})`,
      to: ({ zone }) => `Au (${zone})`,
      clear: 'Effacer les filtres',
    },
    periods: {
      '24h': '24 dernières heures',
      '7d': '7 derniers jours',
      '30d': '30 derniers jours',
      all: 'Toute la période',
      custom: 'Période personnalisée',
    },

    unsupported: 'Ce backend ne tient pas de liste des sessions',
    unsupportedHint: 'Un emprunt d’identité peut être démarré ici, mais pas consulté ensuite.',

    detail: {
      id: 'Session',
      reason: 'Motif',
      category: 'Sujet',
      caseNumber: 'Dossier',
      requested: 'Demande',
      opened: 'Ouverture de l’onglet',
      neverOpened: 'Jamais ouverte',
      ends: 'Fin au plus tard',
      ended: 'Fin',
      cause: 'Cause de la fin',
      endedBy: 'Terminée par',
      endReason: 'Motif de la fin',
      idle: 'Fin après une inactivité de',
      extensions: 'Prolongations',
      extensionsUsed: ({ used, max }) => `${used} sur ${max}`,
    },
    events: {
      heading: 'Ce qui s’est passé',
      empty: 'Rien n’a encore été consigné.',
      unsupported: 'Ce backend ne tient pas de journal de ce qui s’est passé.',
      more: 'Charger plus d’événements',
      types: {
        'session.requested': 'Démarrage demandé',
        'session.refused': 'Démarrage refusé',
        'session.started': 'Onglet ouvert',
        'session.redeem-refused': 'Ouverture de l’onglet refusée',
        'session.ticket-replayed': 'Lien utilisé une seconde fois',
        'session.extended': 'Durée prolongée',
        'session.mode-changed': 'Type d’accès modifié',
        'session.ended': 'Session terminée',
        'request.intended': 'Résultat inconnu',
        'request.made': 'Exécutée',
        'request.blocked': 'Bloquée',
        'record.exported': 'Journal exporté',
      },
      answered: ({ status }) => `Réponse ${status}`,
      modeChanged: ({ from, to }) => `De «\u00a0${from}\u00a0» à «\u00a0${to}\u00a0»`,
      quoted: ({ text }) => `«\u00a0${text}\u00a0»`,
    },
    revoke: {
      open: 'Révoquer',
      openFor: ({ actor, subject }) => `Révoquer l’accès ${of(actor)} sous l’identité ${of(subject)}`,
      heading: ({ actor, subject }) => `Révoquer l’accès ${of(actor)} sous l’identité ${of(subject)}\u202f?`,
      consequence:
        'Son onglet cesse de fonctionner dès la prochaine requête. Ce qui a été fait reste dans le journal.',
      reason: 'Pourquoi\u202f?',
      hint: ({ min }) => `Au moins ${min} caractères. Votre réponse est conservée dans le journal.`,
      cancel: 'Laisser ouvert',
      submit: 'Révoquer l’accès',
      busy: 'Révocation…',
      done: ({ actor, subject }) => `L’accès ${of(actor)} sous l’identité ${of(subject)} a été révoqué.`,
    },
  },
  views: {
    changed: 'Modifiée depuis',
    fixed: { active: 'En cours', full: 'Accès complet', cut: 'Interrompues', week: '7 derniers jours' },
    own: 'Vos vues',
    none: 'Aucune pour l’instant. Une vue conserve la recherche, la période, le tri et les colonnes.',
    saveAs: 'Enregistrer ce qui est affiché sous',
    save: 'Enregistrer',
    saved: ({ name }) => `Enregistrée sous «\u00a0${name}\u00a0».`,
    taken: ({ name }) => `Vous avez déjà une vue nommée «\u00a0${name}\u00a0».`,
    replace: 'La remplacer',
    update: ({ name }) => `Enregistrer les modifications dans «\u00a0${name}\u00a0»`,
    rename: ({ name }) => `Renommer «\u00a0${name}\u00a0»`,
    newName: ({ name }) => `Nouveau nom de «\u00a0${name}\u00a0»`,
    delete: ({ name }) => `Supprimer «\u00a0${name}\u00a0»`,
    deleted: ({ name }) => `«\u00a0${name}\u00a0» a été supprimée.`,
    undo: 'Annuler',
    failed: {
      read: 'Vos vues n’ont pas pu être lues.',
      kept: 'L’enregistrement a échoué. Rien n’est perdu\u00a0: réessayez.',
    },
  },
};
