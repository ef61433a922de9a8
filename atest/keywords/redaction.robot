*** Settings ***
Documentation    Telling the library what is secret.

Resource         shop.resource

Suite Setup      Open The Shop


*** Test Cases ***
A Registered Value Is Masked In What The Server Says
    Register Secret    voucher-of-a-friend
    Run Keyword And Expect Error
    ...    *nothing here: /[[]redacted]
    ...    GET    /voucher-of-a-friend

A Short Value Is Masked Only When Forced
    Register Secret    abc
    Run Keyword And Expect Error    *nothing here: /abc    GET    /abc
    Register Secret    abc    force=True
    Run Keyword And Expect Error    *nothing here: /[[]redacted]    GET    /abc
    # Three letters stand in many a name of later suites.
    [Teardown]    Unregister Secret    abc

An Empty Value Is Refused
    Run Keyword And Expect Error    expected a value to keep secret, got an empty one.    Register Secret    ${EMPTY}

A Value That Is No Secret Is Shown Again
    Register Secret    plan-premium-2026
    Run Keyword And Expect Error    *nothing here: /[[]redacted]    GET    /plan-premium-2026
    Unregister Secret    plan-premium-2026
    Run Keyword And Expect Error    *nothing here: /plan-premium-2026    GET    /plan-premium-2026
    Run Keyword And Expect Error
    ...    value: expected a text that is masked because it was registered or learnt*
    ...    Unregister Secret    plan-premium-2026
