"""The formats of vendors' tokens, each with its source.

A format is a prefix at the start of a word, followed by more characters, or other kinds of them, than an ordinary word
has. Where identifiers in lower case may have the same prefix, the rest must contain a digit and a capital.

Credentials of the scheme Basic (RFC 7617) are told from words by what they decode to.
"""

from base64 import b64decode
from binascii import Error as Base64Error

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
_LANGSMITH = "https://docs.langchain.com/langsmith/create-account-api-key"
_SONAR = "https://docs.sonarsource.com/sonarqube-server/user-guide/managing-tokens"
_CIRCLECI = "https://circleci.com/docs/managing-api-tokens/"
_FLY = "https://fly.io/docs/security/tokens/"
_PLAID = "https://plaid.com/docs/api/items/"
_UUID = r"[a-f0-9]{8}(?:-[a-f0-9]{4}){3}-[a-f0-9]{12}"
_RAZORPAY = "https://razorpay.com/docs/api/authentication/"
_FLUTTERWAVE = "https://developer.flutterwave.com/docs/authentication"
_PASETO = "https://github.com/paseto-standard/paseto-spec"
_PURPOSES = ("local", "public")
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
    (
        "BBDC-",
        r"[A-Za-z0-9+/@_-]{40,}+",
        "https://confluence.atlassian.com/bitbucketserver/http-access-tokens-939515499.html",
    ),
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
    ("sk-or-v1-", r"[a-f0-9]{40,}+", "https://openrouter.ai/docs/api-reference/authentication"),
    (
        "tvly-",
        r"(?:dev-|prod-)?(?=[A-Za-z0-9]*\d)[A-Za-z0-9]{20,}+",
        "https://docs.tavily.com/documentation/quickstart",
    ),
    ("lsv2_pt_", r"[a-f0-9]{32}_[a-f0-9]{10}", _LANGSMITH),
    ("lsv2_sk_", r"[a-f0-9]{32}_[a-f0-9]{10}", _LANGSMITH),
    ("re_", r"(?=\w*\d)(?=\w*[A-Z])[A-Za-z0-9]{8}_[A-Za-z0-9]{24}(?!\w)", "https://resend.com/docs/dashboard/api-keys"),
    ("bedrock-api-key-", r"[\w+/=-]{40,}+", "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html"),
    ("squ_", r"[a-f0-9]{40}", _SONAR),
    ("sqp_", r"[a-f0-9]{40}", _SONAR),
    ("sqa_", r"[a-f0-9]{40}", _SONAR),
    ("bkua_", r"[a-f0-9]{40}", "https://buildkite.com/docs/apis/managing-api-tokens"),
    ("CCIPAT_", _LONG, _CIRCLECI),
    ("CCIPRJ_", _LONG, _CIRCLECI),
    ("nfp_", r"[A-Za-z0-9]{36,}+", "https://docs.netlify.com/api/get-started/"),
    ("fm1_", r"[\w+/=-]{40,}+", _FLY),
    ("fm2_", r"[\w+/=-]{40,}+", _FLY),
    ("pnu_", r"[A-Za-z0-9]{36}", "https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys"),
    ("pnb_", r"[A-Za-z0-9]{36}", "https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/service-accounts"),
    ("CFPAT-", _LONG, "https://www.contentful.com/developers/docs/references/authentication/"),
    ("access-sandbox-", _UUID, _PLAID),
    ("access-development-", _UUID, _PLAID),
    ("access-production-", _UUID, _PLAID),
    ("rzp_live_", r"[A-Za-z0-9]{14}(?!\w)", _RAZORPAY),
    ("rzp_test_", r"[A-Za-z0-9]{14}(?!\w)", _RAZORPAY),
    ("FLWSECK-", r"[a-f0-9]{32}-X", _FLUTTERWAVE),
    ("FLWSECK_TEST-", r"[\w-]{20,}+", _FLUTTERWAVE),
    ("shippo_live_", r"[a-f0-9]{40}", "https://docs.goshippo.com/docs/guides_general/authentication/"),
    ("shippo_test_", r"[a-f0-9]{40}", "https://docs.goshippo.com/docs/guides_general/authentication/"),
    ("duffel_live_", _LONG, "https://duffel.com/docs/api/overview/authentication"),
    ("duffel_test_", _LONG, "https://duffel.com/docs/api/overview/authentication"),
    (
        "access_token$production$",
        r"[A-Za-z0-9]{16}\$[a-f0-9]{32}",
        "https://developer.paypal.com/braintree/articles/control-panel/important-gateway-credentials",
    ),
    ("rdme_", r"[a-z0-9]{70}", "https://docs.readme.com/main/reference/authentication"),
    ("CLOJARS_", r"[a-f0-9]{60}", "https://github.com/clojars/clojars-web/wiki/Deploy-Tokens"),
    ("dt0c01.", r"[A-Z0-9]{24}\.[A-Z0-9]{64}", "https://docs.dynatrace.com/docs/manage/identity-access-management"),
    *((f"v{version}.{purpose}.", r"[\w-]{40,}+(?:\.[\w-]*+)?", _PASETO) for version in "1234" for purpose in _PURPOSES),
)
"""The beginning, the pattern of what follows, and where the vendor describes it."""

# By the beginning, without a sign at its end; in lower case, because that is what is looked for.
KEY_FORMATS: tuple[tuple[str, str, str], ...] = (
    ("akcp", r"AKCp[A-Za-z0-9]{60,80}", "https://jfrog.com/help/r/jfrog-platform-administration-documentation/api-key"),
    (
        "cmvmdgtuo",
        r"cmVmdGtuO[A-Za-z0-9+/_=-]{50,80}",
        "https://jfrog.com/help/r/jfrog-platform-administration-documentation",
    ),
    ("absk", r"ABSK[A-Za-z0-9+/]{100,200}={0,2}", "https://docs.aws.amazon.com/bedrock/latest/userguide/api-keys.html"),
    ("ezak", r"EZAK[A-Za-z0-9]{54}", "https://docs.easypost.com/docs/authentication"),
    ("eztk", r"EZTK[A-Za-z0-9]{54}", "https://docs.easypost.com/docs/authentication"),
    ("ltai", r"LTAI[A-Za-z0-9]{12,20}", "https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair"),
    ("oy2", r"oy2[a-z0-9]{43}", "https://learn.microsoft.com/nuget/nuget-org/publish-a-package"),
    ("dapi", r"dapi[a-f0-9]{32}", "https://docs.databricks.com/aws/en/dev-tools/auth/pat"),
)
"""What is looked for, the pattern of all, and where the vendor describes it."""

# crypt(5) and its kin: https://man7.org/linux/man-pages/man5/crypt.5.html, https://passlib.readthedocs.io/
# The shortest has 22 characters behind the salt; a text may have cut some.
_SALTED = r"[./\w]{1,16}\$[./\w]{16,86}"
HASHES: tuple[tuple[str, str], ...] = (
    *((f"${kind}$", _SALTED) for kind in ("apr1", "1")),
    *((f"$2{kind}$", r"\d\d\$[./\w]{53}") for kind in "abxy"),
    *((f"${kind}$", rf"(?:rounds=\d{{1,9}}\$)?{_SALTED}") for kind in "56"),
    *((f"${kind}$", r"[./\w]{1,20}\$[./\w]{1,86}\$[./\w]{43}") for kind in ("y", "gy")),
    *((f"$argon2{kind}$", r"v=\d\d\$m=\d+,t=\d+,p=\d+\$[\w+/]+\$[\w+/]+") for kind in ("i", "d", "id")),
    *((f"${kind}$", r"[./\w]{31}(?!\w)") for kind in "PH"),
    *((f"pbkdf2_sha{size}$", r"\d+\$[\w+/=]+\$[\w+/=]+") for size in (1, 256)),
    *((f"$pbkdf2-sha{size}$", r"\d+\$[./\w]+\$[./\w]+") for size in (256, 512)),
)
"""How the hash of a password begins, and what follows."""


def is_basic(value: str) -> bool:
    """Returns whether ``value`` is Basic credentials, which decode to user:password, and not a word of prose."""
    try:
        return b":" in b64decode(value.replace("-", "+").replace("_", "/") + "=" * (-len(value) % 4), validate=True)
    except Base64Error:
        return False


def is_login(value: str) -> bool:
    """Tells credentials from words and tokens that are valid base64, too: they decode to ``user:password`` in ASCII."""
    return is_basic(value) and b64decode(value + "=" * (-len(value) % 4)).decode("latin-1").isprintable()
