Language: pt-BR
# robocop: off    written as other people write suites


*** Settings ***
Documentation    Nomes em português, com acentos e palavras como senha, token e credenciais.

Library          ${LIBRARY}    AS    RequestsLibrary

Suite Setup      Criar sessão da loja

Test Tags        autenticação    usuários


*** Test Cases ***
Cadastrar usuário com sucesso
    [Tags]    cadastro
    Dado que existe a loja
    Quando cadastro o usuário "joão" com o e-mail "joao@example.com"
    Então o status é "201"

Login com senha inválida
    [Tags]    senha_inválida
    Quando faço login como "ada" com a senha "senha_inválida"
    Então o status é "400"

Login com usuário inexistente e senha incorreta
    Quando faço login como "ninguém" com a senha "senha incorreta"
    Então o status é "400"

Acessar pedidos com token expirado
    Quando peço os pedidos com o token "token_expirado"
    Então o status é "401"

Acessar pedidos com token inválido
    Quando peço os pedidos com o token "token-inválido"
    Então o status é "401"

Acessar pedidos sem credenciais deve falhar
    Quando peço os pedidos com o token "credenciais_ausentes"
    Então o status é "200"

Buscar produto inexistente
    GET On Session    loja    /products/999    msg=O produto não existe

Validar o nome do produto
    ${resposta}=    GET On Session    loja    /products/3
    Should Be Equal    ${resposta.json()}[name]    Caderno    O nome está errado


*** Keywords ***
Criar sessão da loja
    Create Session    loja    ${BASE_URL}

que existe a loja
    GET On Session    loja    /health

cadastro o usuário "${nome}" com o e-mail "${email}"
    &{corpo}=    Create Dictionary    name=${nome}    email=${email}
    ${resposta}=    POST On Session    loja    /users    json=${corpo}    expected_status=any
    VAR    ${resposta}    ${resposta}    scope=TEST

faço login como "${nome}" com a senha "${senha}"
    &{dados}=    Create Dictionary    username=${nome}    password=${senha}
    ${resposta}=    POST On Session    loja    /auth/token    data=${dados}    expected_status=any
    VAR    ${resposta}    ${resposta}    scope=TEST

peço os pedidos com o token "${token}"
    &{cabeçalho}=    Create Dictionary    X-Token=${token}
    ${resposta}=    GET On Session    loja    /orders    headers=${cabeçalho}    expected_status=any
    VAR    ${resposta}    ${resposta}    scope=TEST

o status é "${status}"
    Should Be Equal As Strings    ${resposta.status_code}    ${status}    O status não é o esperado
