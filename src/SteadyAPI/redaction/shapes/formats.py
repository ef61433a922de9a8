"""The formats of vendors' tokens, each with its source.

A format is a prefix at the start of a word, followed by more characters, or other kinds of them, than an ordinary word
has. Where identifiers in lower case may have the same prefix, the rest must contain a digit and a capital.
"""

_LONG = r"[\w-]{16,}+"
_MIXED = r"(?=[\w-]*\d)(?=[\w-]*[A-Z])[\w-]{20,}+"
_GITHUB = "https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/"
_GITLAB = "https://docs.gitlab.com/security/tokens/#token-prefixes"
_SLACK = "https://docs.slack.dev/authentication/tokens/"
_STRIPE = "https://docs.stripe.com/keys"
_SHOPIFY = "https://shopify.dev/changelog/length-of-the-shopify-access-token-is-increasing"
_DIGITALOCEAN = "https://docs.digitalocean.com/reference/api/create-personal-access-token/"
_VAULT = "https://developer.hashicorp.com/vault/docs/concepts/tokens#token-prefixes"
_SENTRY = "https://develop.sentry.dev/backend/auth-tokens/"
_PLANETSCALE = "https://planetscale.com/docs/api/reference/service-tokens"
_GRAFANA = "https://grafana.com/docs/grafana/latest/administration/service-accounts/"

# Plain tuples, because the quick check for texts without secrets reads the prefixes at import.
VENDOR_FORMATS: tuple[tuple[str, str, str], ...] = (
    ("ghp_", _LONG, _GITHUB),
    ("gho_", _LONG, _GITHUB),
    ("ghu_", _LONG, _GITHUB),
    ("ghs_", _LONG, _GITHUB),
    ("ghr_", _LONG, _GITHUB),
    ("github_pat_", _LONG, _GITHUB),
    ("glpat-", _LONG, _GITLAB),
    ("glrt-", _LONG, _GITLAB),
    ("glptt-", _LONG, _GITLAB),
    ("gldt-", _LONG, _GITLAB),
    ("glft-", _LONG, _GITLAB),
    ("glcbt-", _LONG, _GITLAB),
    ("glimt-", _LONG, _GITLAB),
    ("glagent-", _LONG, _GITLAB),
    ("gloas-", _LONG, _GITLAB),
    ("glsoat-", _LONG, _GITLAB),
    ("xoxa-", _LONG, _SLACK),
    ("xoxb-", _LONG, _SLACK),
    ("xoxc-", _LONG, _SLACK),
    ("xoxd-", r"[\w%-]{16,}+", _SLACK),
    ("xoxe-", _LONG, _SLACK),
    ("xoxp-", _LONG, _SLACK),
    ("xoxr-", _LONG, _SLACK),
    ("xoxs-", _LONG, _SLACK),
    ("xapp-", r"\d-[\w-]{16,}+", _SLACK),
    ("sk_live_", _LONG, _STRIPE),
    ("rk_live_", _LONG, _STRIPE),
    ("sk_test_", _LONG, _STRIPE),
    ("rk_test_", _LONG, _STRIPE),
    ("whsec_", _LONG, "https://docs.stripe.com/webhooks/signature"),
    ("sk-", _MIXED, "https://platform.openai.com/docs/api-reference/authentication"),
    ("sk-ant-", _LONG, "https://docs.anthropic.com/en/api/overview"),
    ("xai-", _MIXED, "https://docs.x.ai/docs/tutorial"),
    ("gsk_", _MIXED, "https://console.groq.com/docs/quickstart"),
    ("pplx-", _MIXED, "https://docs.perplexity.ai/getting-started/quickstart"),
    ("nvapi-", _MIXED, "https://docs.api.nvidia.com/nim/docs/api-quickstart"),
    ("hf_", r"(?=[a-z]*[A-Z])[A-Za-z]{30,}+", "https://huggingface.co/docs/hub/security-tokens"),
    ("npm_", r"[A-Za-z0-9]{30,}+", "https://docs.npmjs.com/about-access-tokens"),
    ("pypi-", _MIXED, "https://pypi.org/help/#apitoken"),
    ("rubygems_", r"[a-f0-9]{40,}+", "https://guides.rubygems.org/api-key-scopes/"),
    ("dckr_pat_", _LONG, "https://docs.docker.com/security/access-tokens/"),
    ("dckr_oat_", _LONG, "https://docs.docker.com/enterprise/security/access-tokens/"),
    ("shpat_", r"[a-fA-F0-9]{32,}+", _SHOPIFY),
    ("shpca_", r"[a-fA-F0-9]{32,}+", _SHOPIFY),
    ("shppa_", r"[a-fA-F0-9]{32,}+", _SHOPIFY),
    ("shpss_", r"[a-fA-F0-9]{32,}+", _SHOPIFY),
    ("dop_v1_", r"[a-f0-9]{40,}+", _DIGITALOCEAN),
    ("doo_v1_", r"[a-f0-9]{40,}+", _DIGITALOCEAN),
    ("dor_v1_", r"[a-f0-9]{40,}+", _DIGITALOCEAN),
    ("hvs.", r"[\w-]{20,}+", _VAULT),
    ("hvb.", r"[\w-]{20,}+", _VAULT),
    ("hvr.", r"[\w-]{20,}+", _VAULT),
    ("ya29.", r"[\w-]{16,}+(?:\.[\w-]*+)?", "https://developers.google.com/identity/protocols/oauth2"),
    ("GOCSPX-", _LONG, "https://developers.google.com/identity/protocols/oauth2/web-server"),
    ("SG.", r"[\w-]{16,}+\.[\w-]{16,}+", "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys"),
    ("xkeysib-", _LONG, "https://developers.brevo.com/docs/getting-started"),
    ("xsmtpsib-", _LONG, "https://developers.brevo.com/docs/smtp-integration"),
    ("sq0atp-", _LONG, "https://developer.squareup.com/docs/build-basics/access-tokens"),
    ("sq0csp-", _LONG, "https://developer.squareup.com/docs/build-basics/access-tokens"),
    ("lin_api_", _LONG, "https://linear.app/developers/graphql"),
    ("ntn_", _MIXED, "https://developers.notion.com/page/changelog"),
    ("pul-", r"[a-f0-9]{40}", "https://www.pulumi.com/docs/administration/access-identity/access-tokens/"),
    ("NRAK-", r"[A-Z0-9]{20,}+", "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/"),
    (
        "PMAK-",
        r"[a-f0-9]{20,}+-[a-f0-9]{20,}+",
        "https://learning.postman.com/docs/developer/postman-api/authentication/",
    ),
    ("figd_", _LONG, "https://www.figma.com/developers/api#access-tokens"),
    ("glsa_", _LONG, _GRAFANA),
    ("glc_", r"eyJ[\w+/=-]{16,}+", _GRAFANA),
    ("key-", r"[a-f0-9]{32,}+", "https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/"),
    ("secret_", _MIXED, "https://developers.notion.com/docs/authorization"),
    ("r8_", r"[A-Za-z0-9]{30,}+", "https://replicate.com/docs/topics/security/api-tokens"),
    ("rpa_", _MIXED, "https://docs.runpod.io/get-started/api-keys"),
    ("sl.", r"(?:u\.)?[\w-]{40,}+", "https://developers.dropbox.com/oauth-guide"),
    ("HRKU-", _LONG, "https://devcenter.heroku.com/articles/authentication"),
    ("dp.pt.", r"[A-Za-z0-9]{20,}+", "https://docs.doppler.com/docs/service-tokens"),
    ("phx_", _MIXED, "https://posthog.com/docs/api"),
    ("amzn.mws.", r"[a-f0-9-]{36}", "https://docs.aws.amazon.com/prescriptive-guidance/latest/secure-sensitive-data/"),
    ("pat-", r"(?:na|eu|ap)\d-[a-f0-9-]{36}", "https://developers.hubspot.com/docs/api/private-apps"),
    ("sntrys_", r"[\w+/=-]{20,}+", _SENTRY),
    ("sntryu_", r"[a-f0-9]{40,}+", _SENTRY),
    ("pscale_tkn_", _LONG, _PLANETSCALE),
    ("pscale_pw_", _LONG, _PLANETSCALE),
    ("sbp_", r"[a-f0-9]{40}", "https://supabase.com/docs/reference/api/introduction"),
    ("sb_secret_", _LONG, "https://supabase.com/docs/guides/api/api-keys"),
    ("tskey-", _LONG, "https://tailscale.com/kb/1085/auth-keys"),
    ("AGE-SECRET-KEY-", r"1[A-Z0-9]{40,}+", "https://github.com/C2SP/C2SP/blob/main/age.md"),
)
"""The beginning, the pattern of what follows, and where the vendor describes it."""
