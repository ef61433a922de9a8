*** Settings ***
Documentation    125 tests of a service that is down.

Library          SteadyAPI

Suite Setup      Create Session    shop    http://127.0.0.1:9
Test Template    Read


*** Test Cases ***
Page 1
    /pages/1
Page 2
    /pages/2
Page 3
    /pages/3
Page 4
    /pages/4
Page 5
    /pages/5
Page 6
    /pages/6
Page 7
    /pages/7
Page 8
    /pages/8
Page 9
    /pages/9
Page 10
    /pages/10
Page 11
    /pages/11
Page 12
    /pages/12
Page 13
    /pages/13
Page 14
    /pages/14
Page 15
    /pages/15
Page 16
    /pages/16
Page 17
    /pages/17
Page 18
    /pages/18
Page 19
    /pages/19
Page 20
    /pages/20
Page 21
    /pages/21
Page 22
    /pages/22
Page 23
    /pages/23
Page 24
    /pages/24
Page 25
    /pages/25
Page 26
    /pages/26
Page 27
    /pages/27
Page 28
    /pages/28
Page 29
    /pages/29
Page 30
    /pages/30
Page 31
    /pages/31
Page 32
    /pages/32
Page 33
    /pages/33
Page 34
    /pages/34
Page 35
    /pages/35
Page 36
    /pages/36
Page 37
    /pages/37
Page 38
    /pages/38
Page 39
    /pages/39
Page 40
    /pages/40
Page 41
    /pages/41
Page 42
    /pages/42
Page 43
    /pages/43
Page 44
    /pages/44
Page 45
    /pages/45
Page 46
    /pages/46
Page 47
    /pages/47
Page 48
    /pages/48
Page 49
    /pages/49
Page 50
    /pages/50
Page 51
    /pages/51
Page 52
    /pages/52
Page 53
    /pages/53
Page 54
    /pages/54
Page 55
    /pages/55
Page 56
    /pages/56
Page 57
    /pages/57
Page 58
    /pages/58
Page 59
    /pages/59
Page 60
    /pages/60
Page 61
    /pages/61
Page 62
    /pages/62
Page 63
    /pages/63
Page 64
    /pages/64
Page 65
    /pages/65
Page 66
    /pages/66
Page 67
    /pages/67
Page 68
    /pages/68
Page 69
    /pages/69
Page 70
    /pages/70
Page 71
    /pages/71
Page 72
    /pages/72
Page 73
    /pages/73
Page 74
    /pages/74
Page 75
    /pages/75
Page 76
    /pages/76
Page 77
    /pages/77
Page 78
    /pages/78
Page 79
    /pages/79
Page 80
    /pages/80
Page 81
    /pages/81
Page 82
    /pages/82
Page 83
    /pages/83
Page 84
    /pages/84
Page 85
    /pages/85
Page 86
    /pages/86
Page 87
    /pages/87
Page 88
    /pages/88
Page 89
    /pages/89
Page 90
    /pages/90
Page 91
    /pages/91
Page 92
    /pages/92
Page 93
    /pages/93
Page 94
    /pages/94
Page 95
    /pages/95
Page 96
    /pages/96
Page 97
    /pages/97
Page 98
    /pages/98
Page 99
    /pages/99
Page 100
    /pages/100
Page 101
    /pages/101
Page 102
    /pages/102
Page 103
    /pages/103
Page 104
    /pages/104
Page 105
    /pages/105
Page 106
    /pages/106
Page 107
    /pages/107
Page 108
    /pages/108
Page 109
    /pages/109
Page 110
    /pages/110
Page 111
    /pages/111
Page 112
    /pages/112
Page 113
    /pages/113
Page 114
    /pages/114
Page 115
    /pages/115
Page 116
    /pages/116
Page 117
    /pages/117
Page 118
    /pages/118
Page 119
    /pages/119
Page 120
    /pages/120
Page 121
    /pages/121
Page 122
    /pages/122
Page 123
    /pages/123
Page 124
    /pages/124
Page 125
    /pages/125


*** Keywords ***
Read
    [Arguments]    ${url}
    GET    ${url}
