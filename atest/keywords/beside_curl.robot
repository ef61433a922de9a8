*** Settings ***
Documentation     The bytes on the wire beside those of curl: 200 combinations of body, type, session header, framing.

Library           SteadyAPI
Library           BesideCurl.py
Library           ${CURDIR}/../servers/WireServer.py

Suite Teardown    Close All Sessions


*** Variables ***
# How many of the 200 requests are byte for byte those of curl in type, framing and body, and why the others aren't.
&{EXPECTED}
...            alike=${142}
...            the session's type yields to a form and to parts=${6}
...            text and bytes have no type by themselves; curl calls them a form=${8}
...            text is sent in the charset that is named=${4}
...            a form is escaped in the charset that is named=${4}
...            a POST without a body says so: Content-Length: 0 (RFC 9110, section 8.6)=${10}
...            chunks without a body are an empty one; curl announces them and waits for ever=${10}
...            refused: files\= beside a type that isn't multipart; curl writes both into one header=${16}


*** Test Cases ***
Requests Are Those Of Curl Or Differ For A Reason
    ${wire} =    Start Wire Server
    ${combinations} =    Combinations
    Length Should Be    ${combinations}    200
    FOR    ${combination}    IN    @{combinations}
        Create Session    wire    ${wire}    headers=${combination.session_headers}
        ${answered} =    Run Keyword And Return Status    POST    /x    &{combination.options}
        Send By Curl    ${combination}    ${wire}/x    ${OUTPUT_DIR}/curl
        ${sent} =    Received Bytes
        Compare With Curl    ${combination}    ${sent}    refused=${{ not $answered }}
    END
    ${differences} =    Differences
    Should Be Equal    ${differences}    ${EXPECTED}
