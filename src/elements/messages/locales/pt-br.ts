import type { Messages } from '../en.js';
import { pluralOf } from '../plural.js';

const plural = pluralOf('pt-BR');

/** What a person can do about any token that is not accepted. */
const unverified = 'Não foi possível verificar o acesso. Faça login novamente.';

/** Brazilian Portuguese. */
export const ptBR: Messages = {
  access: {
    label: 'Quem acessou sua conta',
    somebody: 'Alguém da equipe',
    isThere: ({ who }) => `${who} está na sua conta agora`,
    isComing: ({ who }) => `${who} está prestes a acessar sua conta`,
    wasThereFor: ({ who, duration }) => `${who} esteve na sua conta por ${duration}`,
    wasThere: ({ who }) => `${who} esteve na sua conta`,
    neverCame: ({ who }) => `${who} ia acessar sua conta, mas não chegou a fazer isso`,
    endsIn: ({ time }) => `Encerra automaticamente em ${time}`,
    timeIsUp: 'O tempo acabou',

    why: 'Motivo',
    mayDo: 'O que pode fazer',
    modes: {
      'read-only': 'Ver, sem mudar nada',
      full: 'Ver e fazer alterações',
    },
    did: {
      label: 'O que fez',
      soFar: 'O que fez até agora',
      changes: ({ count, number }) =>
        count === 0
          ? 'Não alterou nada'
          : plural(count, {
              one: `Fez ${number} alteração`,
              many: `Fez ${number} de alterações`,
              other: `Fez ${number} alterações`,
            }),
      looks: ({ count, number }) =>
        count === 0
          ? 'Não consultou nada'
          : plural(count, {
              one: `Consultou dados ${number} vez`,
              many: `Consultou dados ${number} de vezes`,
              other: `Consultou dados ${number} vezes`,
            }),
      blocked: ({ count, number }) =>
        plural(count, {
          one: `${number} tentativa de fazer algo não permitido foi bloqueada`,
          many: `${number} de tentativas de fazer algo não permitido foram bloqueadas`,
          other: `${number} tentativas de fazer algo não permitido foram bloqueadas`,
        }),
    },
    ended: 'Como foi encerrada',
    endCauses: {
      ended: 'Essa pessoa encerrou a sessão',
      expired: 'O tempo acabou',
      idle: 'Não houve atividade por algum tempo',
      revoked: 'Foi interrompida antes da hora',
      'revoked-by-subject': 'Você encerrou a sessão',
      'actor-lost-right': 'Essa pessoa perdeu a permissão de acesso',
      'actor-signed-out': 'Essa pessoa saiu da própria conta',
      'subject-protected': 'Sua conta passou a ser protegida contra esses acessos',
      'never-redeemed': 'Nunca foi aberta',
      unknown: 'Encerrada; não se sabe como',
    },

    more: 'Mostrar anteriores',
    loading: 'Carregando…',
    retry: 'Tentar novamente',
    empty: 'Ninguém mais acessou sua conta',
    emptyHint: 'Quando alguém acessar, isso aparecerá aqui, com a data e o motivo.',
    failed: 'Não foi possível carregar',
    offline: 'Não foi possível conectar ao servidor',
    offlineHint: 'Novas tentativas serão feitas automaticamente.',
    stale: ({ time }) => `Última atualização: ${time}.`,
    code: ({ code }) => `Código: ${code}`,
    notices: {
      unsupported: {
        title: 'Não disponível aqui',
        hint: 'Este aplicativo não mostra quem acessou sua conta. Fale com quem o administra.',
      },
      impersonating: {
        title: 'Só a própria pessoa pode ver isto',
        hint: 'Esta aba é de uma sessão como outra pessoa, por isso nada é mostrado aqui.',
      },
      unknown: {
        title: 'Não se sabe quem fez login aqui',
        hint: 'Recarregue a página para ver quem acessou sua conta.',
      },
      forbidden: {
        title: 'Você não pode ver isto agora',
        hint: 'Faça login novamente para ver quem acessou sua conta.',
      },
    },
    end: {
      open: 'Encerrar agora',
      openFor: ({ what }) => `Encerrar agora: ${what}`,
      heading: 'Encerrar agora?',
      consequence: ({ what }) => `${what}. O acesso é cortado na hora. O que foi feito continua registrado.`,
      cancel: 'Não encerrar',
      submit: 'Encerrar agora',
      busy: 'Encerrando…',
    },
  },

  banner: {
    label: 'Sessão como outra pessoa',
    checking: 'Verificando quem fez login…',
    unclear: 'Não se sabe quem fez login aqui.',
    tryAgain: 'Tentar novamente',
    trying: 'Tentando…',

    actingAs: (name) => `Atuando como ${name}`,
    signedInAs: (name) => `login como ${name}`,
    started: (subject, mode) => `Você está atuando como ${subject}. Acesso: ${mode}.`,
    modeChanged: (mode) => `Acesso atual: ${mode}.`,
    offline: 'Sem conexão',
    offlineAdvice: 'Não foi possível conectar ao servidor. O tempo continua correndo.',

    timeLeft: (time) => `Restam ${time}`,
    idleIn: (time) => `Encerra por inatividade em ${time}`,
    idleOver: 'Inatividade: verificando se a sessão continua…',
    urgency: { calm: '', warning: 'Encerra em breve', critical: 'Prestes a encerrar' },
    notExtendable: 'Não é possível prorrogar.',
    willEnd: (duration) => `Esta sessão será encerrada em ${duration}.`,
    willIdle: (duration) => `Esta sessão será encerrada em ${duration} se não houver atividade.`,

    extend: 'Prorrogar',
    extendBy: (duration) => `Prorrogar por ${duration}`,
    extending: 'Prorrogando…',
    toFull: 'Mudar para acesso total…',
    toFullShort: 'Acesso total…',
    toReadOnly: 'Voltar para somente leitura',
    toReadOnlyShort: 'Somente leitura',
    switching: 'Mudando…',
    end: 'Encerrar',
    signOut: 'Sair da conta',
    ending: 'Encerrando…',

    collapse: 'Reduzir',
    expand: 'Mostrar tudo',
    titleMark: 'Em outra conta · ',

    details: 'Detalhes',
    subject: 'Atuando como',
    actor: 'Login como',
    access: 'Acesso',
    reason: 'Motivo',
    caseNumber: 'Caso',
    endsAt: 'Encerra em',
    extensions: 'Prorrogações restantes',
    shortcut: 'Encerrar pelo teclado',

    fullTitle: (name) => `Acesso total como ${name}`,
    fullAdvice: (actor) => `As alterações são reais e ficam registradas em nome de ${actor}.`,
    fullReason: 'Por que não basta ver?',
    fullReasonHint: (min) => `Pelo menos ${min} caracteres. Fica guardado no registro.`,
    fullSubmit: 'Mudar para acesso total',
    cancel: 'Cancelar',

    endedTitle: (name) => `Você não está mais atuando como ${name}.`,
    endedTitleUnnamed: 'Esta sessão como outra pessoa foi encerrada.',
    endedBecause: {
      ended: () => 'A sessão foi encerrada.',
      expired: () => 'O tempo acabou.',
      idle: () => 'Não houve atividade por algum tempo.',
      revoked: (by) => (by ? `O acesso foi revogado por ${by}.` : 'O acesso foi revogado.'),
      'revoked-by-subject': () => 'A própria pessoa encerrou a sessão.',
      'actor-lost-right': () => 'Você não tem mais permissão para atuar como outras pessoas.',
      'actor-signed-out': () => 'Você saiu da área de administração.',
      'subject-protected': () => 'Não é mais permitido atuar como esta pessoa.',
      'never-redeemed': () => 'Nunca foi aberta.',
      unknown: () => 'A causa não é conhecida.',
    },
    leftover: 'O que esta página ainda mostra pode estar desatualizado.',
    startAgain: 'Começar de novo',
    leave: 'Sair',
    closeTab: 'Fechar esta aba',
    closeYourself:
      'O navegador mantém esta aba aberta; você pode fechá-la. Sua aba de administração continua igual.',

    printed: (actor, subject, session, time) =>
      `Consultado por ${actor} como ${subject}. Sessão ${session}, ${time}.`,
  },

  button: {
    label: 'Atuar como usuário',
    labelOf: ({ name }) => `Atuar como ${name}`,
    labelWithName: ({ label, name }) => `${label}: ${name}`,
    close: 'Fechar',
    cancel: 'Cancelar',
    optional: 'Opcional',

    notConnected: 'Este botão ainda não está conectado a um servidor.',
    impersonating: 'Encerre esta sessão antes de começar outra.',
    over: 'Esta aba é de uma sessão já encerrada. Comece a próxima na sua própria aba.',
    tabUnknown: 'Não se sabe quem fez login aqui, por isso não é possível começar. Recarregue a página.',
    unsupported: 'Este servidor não permite atuar como outra pessoa por aqui.',

    loading: ({ name }) => `Consultando os dados de ${name}…`,
    retry: 'Tentar novamente',
    refusedTitle: 'Não disponível para esta pessoa',
    failedTitle: 'Não deu certo',
    retryAfter: ({ duration }) => `Muitas tentativas. Tente novamente em ${duration}.`,

    category: 'Qual é o assunto?',
    chooseCategory: 'Escolha um assunto',
    categories: [
      'Reproduzir um problema',
      'Responder a uma dúvida',
      'Verificar uma configuração',
      'Cobrança',
      'Outro assunto',
    ],
    reason: 'Motivo',
    reasonHint: ({ min }) => `Pelo menos ${min} caracteres. Fica guardado no registro.`,
    reasonCount: ({ used, max }) => `${used} de ${max} caracteres`,
    reasonTooShort: ({ min }) => `Explique o motivo em pelo menos ${min} caracteres.`,
    reasonTooLong: ({ max }) => `O motivo pode ter no máximo ${max} caracteres.`,
    caseNumber: 'Número do caso',
    caseNumberRequired: 'Informe o número do caso correspondente.',
    caseNumberInvalid: 'Este número de caso não está no formato correto.',
    openCase: ({ number }) => `Abrir o caso ${number} em uma nova aba`,
    mode: 'Acesso',
    modeHints: {
      'read-only': ({ name }) => `Veja o mesmo que ${name}. Nada pode ser alterado.`,
      full: ({ name }) =>
        `Faça alterações como ${name}. Cuidado: são reais e cada uma fica registrada como feita por você.`,
    },
    duration: 'Duração',

    disclosure: 'O que fica registrado',
    recorded: 'Tudo o que você fizer fica registrado em seu próprio nome.',
    told: ({ name }) => `${name} recebe um aviso de que você acessou a conta, com o motivo.`,
    notTold: ({ name }) => `${name} não recebe nenhum aviso.`,
    submit: {
      'read-only': 'Começar em somente leitura',
      full: 'Começar com acesso total',
    },
    submitting: 'Começando…',

    acknowledge: 'Entendo que o que eu fizer fica registrado em meu próprio nome.',
    notAcknowledged: 'Confirme que você entende o que fica registrado.',

    conflict: {
      active: ({ name, time, mode }) => `Você está atuando como ${name} desde ${time}. Acesso: ${mode}.`,
      pending: ({ name, time, mode }) =>
        `Você começou uma sessão como ${name} em ${time}, e a aba ainda não foi aberta. Acesso: ${mode}.`,
      end: 'Encerrar e continuar',
      endOf: ({ label, name }) => `${label}: ${name}`,
      reason: 'Encerrada pelo admin para começar outra.',
    },

    stepUp: {
      title: 'Confirme sua identidade para continuar',
      why: ({ duration }) => `Para começar, é preciso ter feito login há menos de ${duration}.`,
      whyUnsaid: 'Para começar, é preciso um login mais recente.',
      unanswered:
        'Faça login novamente em outra aba e clique em “Tentar novamente”. O que você preencheu fica aqui.',
      rejected: 'Sua identidade não foi confirmada, então nada começou. O que você preencheu continua aqui.',
      repeated:
        'O servidor ainda não detectou um novo login. Faça login novamente e clique em “Tentar novamente”.',
      confirming: 'Confirmando…',
    },

    opening: ({ name }) => `Abrindo uma aba como ${name}…`,
    openingHint: 'Sua própria aba continua como está.',
    opened: ({ name }) => `A aba como ${name} está aberta.`,
    openedHint: 'Quando terminar, encerre a sessão por lá.',
    blocked: 'Nenhuma aba foi aberta ainda.',
    blockedHint: 'O navegador pode ter bloqueado a aba. Abra por aqui enquanto o link ainda é válido.',
    openTab: 'Abrir a aba',
    lapsed: 'O link expirou antes que uma aba fosse aberta.',
    lapsedHint: 'O que você preencheu continua aqui.',
    startAgain: 'Começar de novo',
    leaving: ({ name }) => `Abrindo o aplicativo como ${name}…`,
  },

  chart: {
    caption: 'Sessões ao longo do tempo',
    counted: ({ count, number }) =>
      count === 0
        ? 'Nenhuma sessão.'
        : plural(count, {
            one: `${number} sessão.`,
            many: `${number} de sessões.`,
            other: `${number} sessões.`,
          }),
    countedIn: ({ when, count, number }) =>
      count === 0
        ? `${when}: nenhuma sessão.`
        : plural(count, {
            one: `${when}: ${number} sessão.`,
            many: `${when}: ${number} de sessões.`,
            other: `${when}: ${number} sessões.`,
          }),
    someBlocked: ({ number }) => `Com solicitações bloqueadas: ${number}.`,
    someRevoked: ({ number }) => `Revogadas: ${number}.`,
    peak: ({ when, number }) => `Máximo: ${number} (${when}).`,
    hint: 'Arraste sobre as barras, ou clique em uma e depois em outra, para escolher um período.',
    first: 'De',
    end: 'Até',
    clear: 'Mostrar todo o período',
    asTable: 'Ver como tabela',
    tableSummary: ({ caption, zone }) =>
      `${caption}. Fuso horário: ${zone}. Períodos sem sessões não aparecem.`,
    columns: {
      when: 'Período',
      sessions: 'Sessões',
      blocked: 'Com solicitações bloqueadas',
      revoked: 'Revogadas',
    },
    unsupported: 'Este servidor não conta as sessões ao longo do tempo',
  },

  endCauses: {
    ended: 'Encerrada pelo admin',
    expired: 'Tempo esgotado',
    idle: 'Encerrada por inatividade',
    revoked: 'Revogada',
    'revoked-by-subject': 'Encerrada pela própria pessoa',
    'actor-lost-right': 'O admin perdeu a permissão',
    'actor-signed-out': 'O admin saiu da conta',
    'subject-protected': 'Não é mais permitido atuar como esta pessoa',
    'never-redeemed': 'Nunca foi aberta',
    unknown: 'Encerrada, causa desconhecida',
  },

  errors: {
    // The token itself.
    token_missing: 'Faça login primeiro.',
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
    expired: 'O acesso expirou. Faça login novamente.',
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
    session_revoked: 'A sessão como outra pessoa foi encerrada.',
    session_expired: 'O tempo da sessão como outra pessoa acabou.',

    // The request.
    unauthenticated: 'Faça login primeiro.',
    forbidden: 'Você não tem permissão para fazer isso.',
    cross_site_request: 'A solicitação veio de uma página que não tem permissão para enviá-la.',
    invalid_request: 'Não foi possível entender a solicitação.',
    ambiguous_credentials: 'A solicitação traz duas credenciais; envie apenas uma.',
    invalid_cursor: 'O marcador de página não é desta lista.',
    method_not_allowed: 'Este endereço não aceita esse método.',
    not_found: 'Não há nada aqui, ou você não tem permissão para ver.',
    payload_too_large: 'A solicitação é grande demais.',
    unsupported_media_type: 'A solicitação deve ser enviada em formato JSON.',
    rate_limited: 'Muitas solicitações. Aguarde um momento.',

    // Starting.
    user_not_found: 'Essa pessoa não existe, ou você não pode atuar como ela.',
    reason_too_short: 'Explique o motivo em pelo menos 10 caracteres.',
    reason_too_long: 'O motivo pode ter no máximo 500 caracteres.',
    case_number_required: 'Informe o número do caso.',
    case_number_invalid: 'O número do caso pode ter até 64 letras, algarismos e sinais.',
    duration_not_allowed: 'Escolha uma das durações disponíveis.',
    mode_not_allowed: 'Este tipo de acesso não está disponível.',
    self_impersonation: 'Não é preciso: esta pessoa é você.',
    nested_impersonation: 'Encerre esta sessão antes de começar outra.',
    subject_protected: 'Não é possível atuar como esta pessoa.',
    not_permitted: 'Você não tem permissão para atuar como esta pessoa.',
    insufficient_user_authentication: 'Faça login novamente para confirmar sua identidade.',
    too_many_sessions: 'Você tem sessões demais abertas. Encerre uma primeiro.',
    session_conflict: 'Você já está atuando como esta pessoa.',
    already_started: 'Esta sessão já tinha começado. Feche a caixa de diálogo e comece de novo.',
    idempotency_mismatch: 'A mesma chave de idempotência já foi usada com outra solicitação.',

    // Handing over, and during.
    ticket_invalid: 'Este link não é válido. Comece de novo na página de administração.',
    ticket_used: 'Este link já foi usado, por isso a sessão que ele abriu foi encerrada. Comece de novo.',
    ticket_expired: 'Este link expirou. Comece de novo na página de administração.',
    ticket_misplaced: 'Este link é de outro aplicativo.',
    extension_not_allowed: 'Não é mais possível prorrogar esta sessão.',
    read_only_mode: 'Esta sessão é somente leitura. Mude para acesso total para fazer alterações.',
    impersonation_blocked: 'Não é possível fazer isso ao atuar como outra pessoa.',

    // The machinery.
    internal: 'Algo deu errado no servidor. Nada foi alterado.',
    unavailable: 'Não é possível acessar o registro agora, então nada foi feito. Tente novamente.',
    network: 'Não foi possível conectar ao servidor. Verifique a conexão e tente novamente.',
    bad_answer: 'Não foi possível entender a resposta do servidor. Tente novamente.',
    unsupported: 'Este servidor não permite fazer isso.',
  },

  guard: {
    readOnly: 'Não disponível: esta sessão é somente leitura.',
    readOnlyForNow: 'Não disponível em somente leitura. Mude primeiro para acesso total.',
    impersonating: (name) =>
      `Só ${name} pode fazer isso: não está disponível enquanto você atua como essa pessoa.`,
    notImpersonating: 'Disponível somente enquanto você atua como outra pessoa.',
    unknown: 'Não disponível até que se saiba quem fez login aqui.',
    ended: 'Não disponível: a sessão desta aba foi encerrada.',

    confirmTitle: 'Fazer isso em nome dessa pessoa?',
    confirmWhy: (name) =>
      `Isso cabe somente a ${name}. Explique por que você faz isso em nome dessa pessoa; vale uma única vez.`,
    confirmReason: 'Motivo',
    confirmHint: ({ min }) => `Pelo menos ${min} caracteres.`,
    confirmTooShort: ({ min }) => `Explique o motivo em pelo menos ${min} caracteres.`,
    confirmCancel: 'Cancelar',
    confirmSubmit: 'Fazer isso',
  },

  modes: { 'read-only': 'Somente leitura', full: 'Acesso total' },

  query: {
    label: 'Buscar',
    placeholder: 'Palavras, ou actor:sam -mode:read-only',
    chips: 'Filtros em uso',
    keys: {
      actor: 'Admin',
      subject: 'Atuando como',
      reason: 'Motivo',
      category: 'Assunto',
      case: 'Caso',
      session: 'Sessão',
      status: 'Status',
      mode: 'Acesso',
      cause: 'Como foi encerrada',
      time: 'Início',
    },
    is: ({ key, value }) => `${key}: ${value}`,
    isNot: ({ key, value }) => `${key}: exceto ${value}`,
    word: ({ value }) => `“${value}”`,
    notWord: ({ value }) => `sem “${value}”`,
    remove: ({ filter }) => `Remover filtro: ${filter}`,
    ignored: 'Não considerado',
    problems: {
      'unknown-key': ({ key }) =>
        `O filtro “${key}” não existe. Para buscar essas palavras como estão, coloque-as entre aspas ("…").`,
      'unknown-value': ({ key, value }) => `O filtro “${key}” não aceita o valor “${value}”.`,
      'missing-value': ({ key }) => `Informe o que buscar depois de “${key}”.`,
      'bad-operator': ({ key }) => `O filtro “${key}” não pode ser usado assim.`,
      'bad-time': ({ value }) =>
        `“${value}” não é uma data válida. Escreva 2026-11-01, 2026-11-01T10:00 ou -24h.`,
      'too-much': () => 'São condições demais para uma única busca.',
    },
    meant: ({ text }) => `Usar ${text}`,

    add: 'Adicionar filtro',
    field: 'Campo',
    how: 'Condição',
    value: 'Valor',
    including: 'é',
    excluding: 'não é',
    submit: 'Adicionar',

    typed: 'Conforme digitado',
    zone: 'Fuso horário',
    zoneLocal: ({ zone, offset }) => `Local: ${zone} (UTC${offset})`,
    zoneNamed: ({ zone, offset }) => `${zone} (UTC${offset})`,
    zones: 'Outros fusos horários',

    menu: ({ what }) => `Filtrar ou copiar: ${what}`,
    only: 'Filtrar',
    without: 'Excluir',
    copy: 'Copiar',
    copied: 'Copiado',
    notCopied: 'O navegador não permite copiar.',

    export: {
      open: 'Exportar',
      what: 'Todas as sessões que correspondem, em um arquivo. Fica registrado quem o exportou.',
      formats: {
        csv: 'CSV, para planilhas',
        ndjson: 'NDJSON, uma sessão por linha',
        json: 'JSON',
      },
      progress: ({ rows, total }) => `${rows} de ${total}`,
      begun: 'Preparando o arquivo',
      cancel: 'Cancelar',
      canceled: 'A exportação foi cancelada. Nada foi salvo.',
      done: ({ count, number }) =>
        count === 0
          ? 'Nenhuma sessão foi salva.'
          : plural(count, {
              one: `${number} sessão foi salva.`,
              many: `${number} de sessões foram salvas.`,
              other: `${number} sessões foram salvas.`,
            }),
      capped: ({ limit }) =>
        `Um arquivo comporta no máximo ${limit} sessões, e há mais. Restrinja a busca para obter o restante.`,
      failed: 'Não foi possível criar o arquivo. Nada foi salvo.',
    },
  },

  record: {
    loading: 'Carregando…',
    retry: 'Tentar novamente',
    empty: 'Nenhuma sessão como outra pessoa neste período',
    emptyHint: 'Isso é normal: ninguém precisou atuar como outra pessoa.',
    filteredEmpty: 'Nenhuma sessão corresponde a estes filtros',
    filteredEmptyHint: 'Tente outra palavra ou um período maior.',
    failed: 'Não foi possível carregar as sessões',
    stale: ({ time }) => `Última atualização: ${time}.`,
    code: ({ code }) => `Código: ${code}`,
    offline: 'Não foi possível conectar ao servidor',
    offlineHint: 'Novas tentativas serão feitas automaticamente.',
    forbidden: 'Você não tem permissão para ver este registro',
    forbiddenHint: 'Peça permissão para revisar essas sessões a quem administra o aplicativo.',
  },

  search: {
    label: 'Buscar uma pessoa',
    placeholder: 'Nome, e-mail ou organização',
    clear: 'Limpar',
    close: 'Fechar',
    list: 'Pessoas',
    recent: 'Recentes',
    results: 'Pessoas',
    foundFor: ({ query }) => `Resultados para “${query}”`,
    hint: 'Digite parte de um nome, e-mail ou organização.',
    tooShort: ({ min }) => `Digite pelo menos ${min} caracteres.`,
    noResults: ({ query }) => `Ninguém corresponde a “${query}”.`,
    count: ({ count, number }) =>
      plural(count, {
        one: `${number} pessoa`,
        many: `${number} de pessoas`,
        other: `${number} pessoas`,
      }),
    shownOf: ({ shown, total }) => `${shown} de ${total}`,
    loading: 'Buscando…',
    loadMore: 'Carregar mais',
    retry: 'Tentar novamente',
    failed: 'Não foi possível concluir a busca',
    code: ({ code }) => `Código: ${code}`,
    offline: 'Não foi possível conectar ao servidor',
    offlineHint: 'A busca continua automaticamente quando a conexão voltar.',
    forbidden: 'Você não tem permissão para buscar pessoas',
    forbiddenHint: 'Peça permissão para atuar como outras pessoas a quem administra o aplicativo.',
    rateLimited: 'Muitas buscas',
    goesOn: ({ time }) => `A busca continua automaticamente em ${time}.`,
    waitAMoment: 'Aguarde um momento e tente novamente.',
    unsupported: 'Este servidor não tem uma lista de pessoas para buscar.',
    sayFound: ({ count, number }) =>
      plural(count, {
        one: `${number} pessoa. Use as setas do teclado para escolher.`,
        many: `${number} de pessoas. Use as setas do teclado para escolher.`,
        other: `${number} pessoas. Use as setas do teclado para escolher.`,
      }),
    sayMore: ({ number }) => `As primeiras ${number} pessoas. Use as setas do teclado para escolher.`,
    sayWait: ({ duration }) => `Muitas buscas. A busca continua em ${duration}.`,
    sayRefused: ({ name, reason }) => `${name}: ${reason}`,
    refusals: {
      self_impersonation: 'Esta pessoa é você.',
      subject_protected: 'Conta protegida: não é possível atuar como esta pessoa.',
      not_permitted: 'Você não tem permissão para atuar como esta pessoa.',
    },
    required: 'Escolha uma pessoa da lista.',
  },

  table: {
    caption: 'Sessões como outra pessoa',
    summary: ({ caption, period, zone }) => `${caption}. ${period}. Fuso horário: ${zone}.`,
    shown: ({ shown }) => `Mostrando ${shown}`,
    shownOf: ({ shown, total }) => `Mostrando ${shown} de ${total}`,
    atLeast: ({ number }) => `${number}+`,
    found: ({ count, number }) =>
      count === 0
        ? 'Nenhuma sessão corresponde.'
        : plural(count, {
            one: `${number} sessão corresponde.`,
            many: `${number} de sessões correspondem.`,
            other: `${number} sessões correspondem.`,
          }),
    fresh: ({ count, number }) =>
      plural(count, {
        one: `${number} nova sessão`,
        many: `${number} de novas sessões`,
        other: `${number} novas sessões`,
      }),
    columns: {
      started: 'Início',
      actor: 'Admin',
      subject: 'Atuando como',
      mode: 'Acesso',
      reason: 'Motivo',
      status: 'Status',
      actions: 'Ações',
    },
    columnMenu: {
      open: 'Colunas',
      widthOf: ({ column }) => `Largura da coluna ${column}`,
      resetWidths: 'Redefinir larguras',
    },
    printed: ({ time, zone }) => `Impresso: ${time} (${zone}).`,
    keys: {
      heading: 'Teclas da tabela',
      next: 'Próxima linha',
      previous: 'Linha anterior',
      toggle: 'Abrir ou fechar a linha',
      values: 'Ir para os valores da linha para filtrar ou copiar; as setas levam de um a outro',
      help: 'Mostrar estas teclas',
      where: 'Funcionam enquanto o foco está na tabela.',
      close: 'Fechar',
    },
    statuses: { pending: 'Aguardando', active: 'Ativa', ended: 'Encerrada' },
    waiting: 'A aba ainda não foi aberta',
    left: ({ time }) => `Restam ${time}`,
    justNow: 'Agora mesmo',
    details: ({ actor, subject, time }) => `Detalhes: ${actor} como ${subject}, ${time}`,
    live: 'Ao vivo',
    refresh: 'Atualizar',
    loadMore: 'Carregar mais',

    filters: {
      label: 'Filtrar sessões',
      period: 'Período',
      from: ({ zone }) => `De (${zone})`,
      to: ({ zone }) => `Até (${zone})`,
      clear: 'Limpar filtros',
    },
    periods: {
      '24h': 'Últimas 24 horas',
      '7d': 'Últimos 7 dias',
      '30d': 'Últimos 30 dias',
      all: 'Todo o histórico',
      custom: 'Período personalizado',
    },

    unsupported: 'Este servidor não guarda uma lista de sessões',
    unsupportedHint: 'Aqui é possível começar sessões como outra pessoa, mas não revisá-las.',

    detail: {
      id: 'Sessão',
      reason: 'Motivo',
      category: 'Assunto',
      caseNumber: 'Caso',
      requested: 'Solicitada',
      opened: 'Aba aberta',
      neverOpened: 'Nunca foi aberta',
      ends: 'Horário limite',
      ended: 'Encerrada',
      cause: 'Como foi encerrada',
      endedBy: 'Encerrada por',
      endReason: 'Motivo para encerrar',
      idle: 'Limite de inatividade',
      extensions: 'Prorrogações',
      extensionsUsed: ({ used, max }) => `${used} de ${max} usadas`,
    },
    events: {
      heading: 'O que aconteceu',
      empty: 'Nada foi registrado ainda.',
      unsupported: 'Este servidor não guarda um registro do que aconteceu.',
      more: 'Carregar mais eventos',
      types: {
        'session.requested': 'Início solicitado',
        'session.refused': 'Início recusado',
        'session.started': 'Aba aberta',
        'session.redeem-refused': 'Abertura da aba recusada',
        'session.ticket-replayed': 'Link usado pela segunda vez',
        'session.extended': 'Tempo prorrogado',
        'session.mode-changed': 'Acesso alterado',
        'session.ended': 'Encerrada',
        'request.intended': 'Resultado desconhecido',
        'request.made': 'Realizada',
        'request.blocked': 'Bloqueada',
        'record.exported': 'Registro exportado',
      },
      answered: ({ status }) => `Resposta ${status}`,
      modeChanged: ({ from, to }) => `De “${from}” para “${to}”`,
      quoted: ({ text }) => `“${text}”`,
    },
    revoke: {
      open: 'Revogar',
      openFor: ({ actor, subject }) => `Revogar o acesso de ${actor} como ${subject}`,
      heading: ({ actor, subject }) => `Revogar o acesso de ${actor} como ${subject}?`,
      consequence:
        'A aba dessa pessoa deixa de funcionar na próxima solicitação. O que ela fez continua registrado.',
      reason: 'Por quê?',
      hint: ({ min }) => `Pelo menos ${min} caracteres. Fica guardado no registro.`,
      cancel: 'Manter acesso',
      submit: 'Revogar acesso',
      busy: 'Revogando…',
      done: ({ actor, subject }) => `O acesso de ${actor} como ${subject} foi revogado.`,
    },
  },
};
