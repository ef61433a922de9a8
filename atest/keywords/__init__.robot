*** Settings ***
Documentation     Every keyword of the library, called as a user would type it, against the demo shop.

Library           SteadyAPI.demo.demo_shop.DemoShop    AS    Demo

Suite Setup       Start Demo Server
Suite Teardown    Stop Demo Server
