*** Settings ***
Documentation    Looks for a cookie in every file of the run that took it from a browser; that run's suite has kept it
...              in a file beside the results. What Browser writes by itself passes no listener.

Library          OperatingSystem


*** Variables ***
${RUN}    results/handover


*** Test Cases ***
No File Of The Run Shows The Cookie
    ${value} =    Get File    ${RUN}/../secret.txt
    Should Match Regexp    ${value}    [\\w-]{40,}
    VAR    ${own} =    playwright-log.txt    # written by Browser's own process
    ${texts} =    Evaluate
    ...    {path.name: path.read_text('utf-8', 'replace') for path in pathlib.Path($RUN).rglob('*') if path.is_file()}
    Should Be True    {'output.xml', 'log.html', 'report.html', 'api-requests.jsonl'} <= set($texts)
    FOR    ${name}    ${text}    IN    &{texts}
        IF    $name != $own    Should Not Contain    ${text}    ${value}
    END
