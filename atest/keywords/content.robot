*** Settings ***
Documentation    Values of parameters, forms, headers and cookies, and the content type of bodies.

Resource         shop.resource

Suite Setup      Open The Shop
