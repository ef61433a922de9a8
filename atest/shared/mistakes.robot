*** Settings ***
Documentation    What a reader sees when sharing isn't set up right: a sentence with the way out, and no password.

Library          SharedRuns.py

Suite Setup      Start Servers And Machines    1    ${OUTPUT DIR}/shared-mistakes
Test Setup       Begin Anew
Test Template    First Use Should Fail

Test Tags        shared


*** Variables ***
${KEY}    STEADYAPI_SHARED_KEY


*** Test Cases ***
An Address Without A Scheme
    expected the address of a Redis server, with redis://, rediss:// (TLS) or unix://    redis.test:6379
A Misspelt Scheme
    got "reddis://redis.test".    reddis://:hunter-2x9@redis.test
A Password That Isn't Encoded
    has a character in its user name or password that ends them    redis://:hunter-2x9#4@redis.test
An Address Without A Host
    expected an address with a host, got "redis://:6379/0"    redis://:hunter-2x9@:6379/0
A Database That Is No Number
    expected the number of a database behind the host, got "orders"    redis://redis.test/orders
An Option That Isn't Known
    expected the options run= and ca= behind the ?, got "rum"    redis://redis.test?rum=4
Nothing Listens There
    shared: redis://127.0.0.1:1/0 can't be reached: Error 111    redis://:hunter-2x9@127.0.0.1:1/0
A Host That Isn't Known
    shared: redis://nobody.invalid can't be reached:    redis://:hunter-2x9@nobody.invalid
A Service That Is No Redis
    can't be    redis://:hunter-2x9@SERVICE
A Server Without TLS
    can't be reached:    rediss://:hunter-2x9@REDIS
A Wrong Password
    can't be used: it refused the user name or the password    redis://:hunter-2x9@REDIS
No Password
    can't be used: it refused the user name or the password    redis://REDIS
A Database That There Isn't
    can't be used: DB index is out of range    redis://:PASSWORD@REDIS/99
No Key
    expected the key of the run in the environment variable ${KEY}, got none    ${EMPTY}    ${EMPTY}
A Key That Isn't Random
    expected 32 random bytes in base64 or hex in the environment variable ${KEY}, got 14    ${EMPTY}    hunter-2x9-key
Another Key Than The Run's
    [Setup]    Run With The Right Key
    was encrypted with another key    ${EMPTY}    ${{ bytes(range(32)).hex() }}
No Package
    [Documentation]    The sentence names the extra.
    pip install "robotframework-steadyapi[shared]"    ${EMPTY}    without=redis


*** Keywords ***
First Use Should Fail
    [Arguments]    ${message}    ${address}    ${key}=${None}    ${without}=${EMPTY}
    ${console} =    Console Of First Use    ${address}    ${key}    ${without}
    Should Contain    ${console}    shared:
    Should Contain    ${console}    ${message}
    Should Not Contain    ${console}    hunter
    Should Not Contain    ${console}    Traceback
    Should Not Contain    ${console}    redis-password

Run With The Right Key
    Begin Anew
    ${console} =    Console Of First Use    ${EMPTY}    ${None}    ${EMPTY}
    Should Contain    ${console}    1 test, 1 passed
