*** Settings ***
Documentation    How values are written in queries, forms, parts, headers and cookies; which content type a body has.

Library          OperatingSystem
Resource         shop.resource

Suite Setup      Open The Shop


*** Variables ***
${FOLDER}    ${OUTPUT_DIR}/content


*** Test Cases ***
Values Of A Query Are Written One Way
    VAR    @{tags}    new    ${None}    ${2}
    VAR    &{params}    tag=${tags}    sold=${True}    none=${None}    price=${{ decimal.Decimal('1.10') }}
    ...    since=${{ datetime.date(2024, 1, 2) }}    id=${{ uuid.UUID(int=5) }}
    ${response}    GET    /echo    params=${params}
    Should Be Equal    ${response.request.path_url}
    ...    /echo?tag=new&tag=2&sold=true&price=1.10&since=2024-01-02&id=00000000-0000-0000-0000-000000000005

Nested Values Of A Query Are Refused With Advice
    VAR    &{state}    state=open
    VAR    &{params}    filter=${state}
    Run Keyword And Expect Error
    ...    params: the value of "filter" is a dictionary, and a query has no nested values.*filter[[]state]=open*
    ...    GET
    ...    /echo
    ...    params=${params}
    VAR    @{names}    a    b
    Run Keyword And Expect Error
    ...    params: expected a dictionary, a list of pairs, or text; got a list of str.*
    ...    GET
    ...    /echo
    ...    params=${names}

Parameters Of The Session Are Defaults
    VAR    &{params}    lang=en    page=${1}
    Create Session    defaults    ${BASE_URL}    params=${params}
    ${response}    GET    /echo?page=2
    Should Be Equal    ${response.request.path_url}    /echo?page=2&lang=en
    ${response}    GET    /echo    params=lang=de
    Should Be Equal    ${response.request.path_url}    /echo?page=1&lang=de
    VAR    &{without}    lang=${None}
    ${response}    GET    /echo    params=${without}
    Should Be Equal    ${response.request.path_url}    /echo?page=1
    [Teardown]    Open The Shop

Values Of A Form Are Written One Way
    VAR    &{form}    sold=${False}    none=${None}    text=a b+ü
    ${response}    POST    /echo    data=${form}
    Last Request Should Have    ${response}    body    sold=false&text=a+b%2B%C3%BC
    VAR    &{nested}    form=${form}
    Run Keyword And Expect Error
    ...    data: the value of "form" is a dictionary, and a form has no nested values.*json=*
    ...    POST
    ...    /echo
    ...    data=${nested}

Bodies Of Other Types Are Sent Or Refused In Words
    [Template]    Body Arrives As
    ${5}    5
    ${{ decimal.Decimal('1.50') }}    1.50
    ${{ datetime.date(2024, 1, 2) }}    2024-01-02
    ${{ bytearray(b'abc') }}    abc
    ${{ memoryview(b'abc') }}    abc
    ${{ iter(['ab', b'cd']) }}    abcd
    ${{ io.StringIO('grün') }}    grün

A Body That Can't Be Sent Is Refused Before Anything Is Sent
    GET    /counter/refused
    Run Keyword And Expect Error    data: expected text, bytes, a number or an open file, got object.*
    ...    POST    /counter/refused    data=${{ object() }}
    Run Keyword And Expect Error    data: *got a path.*Open File For Upload*
    ...    POST    /counter/refused    data=${{ pathlib.Path('x') }}
    GET    /counter/refused
    JSON Value Should Be    $.calls    ${2}

The Session's Content Type Yields To Bodies That It Doesn't Suit
    VAR    &{headers}    Content-Type=application/json
    Create Session    typed    ${BASE_URL}    headers=${headers}
    VAR    &{form}    a=1
    ${response}    POST    /echo    data=${form}
    Header Should Have Arrived    ${response}    Content-Type    application/x-www-form-urlencoded
    ${response}    POST    /echo    files=${form}
    Header Should Have Arrived    ${response}    Content-Type    multipart/form-data; boundary=*
    ${response}    POST    /echo    data=[]
    Header Should Have Arrived    ${response}    Content-Type    application/json
    VAR    &{headers}    Content-Type=application/vnd.api+json
    Update Session    headers=${headers}
    ${response}    POST    /echo    json={}
    Header Should Have Arrived    ${response}    Content-Type    application/vnd.api+json
    VAR    &{headers}    Content-Type=text/xml
    Update Session    headers=${headers}
    ${response}    POST    /echo    json={}
    Header Should Have Arrived    ${response}    Content-Type    application/json
    [Teardown]    Open The Shop

The Character Set That Is Named Is Used
    VAR    &{headers}    Content-Type=text/plain; charset=iso-8859-1
    ${response}    POST    /echo    data=grün    headers=${headers}
    Last Request Should Have
    ...    ${response}
    ...    body_base64
    ...    ${{ base64.b64encode('grün'.encode('latin-1')).decode() }}
    Run Keyword And Expect Error    data: the character at position 0 can't be written in iso-8859-1.*
    ...    POST    /echo    data=€    headers=${headers}

A Multipart Body Has Its Boundary
    VAR    &{files}    document=text
    VAR    &{headers}    Content-Type=multipart/form-data
    ${response}    POST    /echo    files=${files}    headers=${headers}
    Header Should Have Arrived    ${response}    Content-Type    multipart/form-data; boundary=*
    VAR    &{headers}    Content-Type=multipart/mixed; boundary=own
    ${response}    POST    /echo    files=${files}    headers=${headers}
    Header Should Have Arrived    ${response}    Content-Type    multipart/mixed; boundary=own
    Get JSON Value    $.body    starts    --own
    VAR    &{headers}    Content-Type=application/json
    Run Keyword And Expect Error    headers: expected a Content-Type of multipart/... beside files=*
    ...    POST    /echo    files=${files}    headers=${headers}

A Part With A Path Can Be Sent Twice
    Create File    ${FOLDER}/part.txt    from a file
    ${part}    Create Multipart Part    document    path=${FOLDER}/part.txt
    FOR    ${_}    IN RANGE    2
        POST    /echo    files=${{ [$part] }}
        Get JSON Value    $.body    contains    from a file
    END

A File That Was Sent Is Refused In Words
    Create File    ${FOLDER}/body.txt    from a file
    ${file}    Open File For Upload    ${FOLDER}/body.txt
    POST    /echo    data=${file}
    Run Keyword And Expect Error    data: expected an open file, got one that is closed*Open File For Upload*
    ...    POST    /echo    data=${file}
    VAR    &{files}    document=${file}
    Run Keyword And Expect Error    files: the file of "document" is closed*path=*    POST    /echo    files=${files}

Chunks Are Sent When They Are Asked For
    VAR    &{headers}    Transfer-Encoding=chunked
    ${response}    POST    /echo    data=abc    headers=${headers}
    Header Should Have Arrived    ${response}    Transfer-Encoding    chunked
    Header Should Have Arrived    ${response}    Content-Length    None
    Last Request Should Have    ${response}    body    abc
    VAR    &{headers}    Transfer-Encoding=gzip
    Run Keyword And Expect Error    headers: expected Transfer-Encoding: chunked, got gzip.
    ...    POST    /echo    data=abc    headers=${headers}

Values Of Headers And Cookies Are Written One Way
    VAR    &{headers}    X-Count=${7}    X-Sold=${True}    X-Name=Müller €
    VAR    &{cookies}    count=${7}    none=${None}
    ${response}    GET    /echo    headers=${headers}    cookies=${cookies}
    Header Should Have Arrived    ${response}    X-Count    7
    Header Should Have Arrived    ${response}    X-Sold    true
    Header Should Have Arrived    ${response}    X-Name    ${{ 'Müller €'.encode().decode('latin-1') }}
    Header Should Have Arrived    ${response}    Cookie    count=7
    VAR    &{headers}    X-Name=two\nlines
    Run Keyword And Expect Error    headers: expected a value of one line for "X-Name"*
    ...    GET    /echo    headers=${headers}

Any Header Can Be Taken Out
    VAR    &{headers}    User-Agent=${None}    Accept-Encoding=${None}    Accept=${None}
    ${response}    GET    /echo    headers=${headers}
    FOR    ${name}    IN    @{headers}
        Header Should Have Arrived    ${response}    ${name}    None
    END


*** Keywords ***
Body Arrives As
    [Arguments]    ${data}    ${expected}
    ${response}    POST    /echo    data=${data}
    Last Request Should Have    ${response}    body    ${expected}

Header Should Have Arrived
    [Arguments]    ${response}    ${name}    ${expected}
    ${value}    Echoed Header    ${response}    ${name}
    Should Match    ${{ str($value) }}    ${expected}
