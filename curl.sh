#!/bin/sh
# The requests of the run that ended unexpectedly.

# Suite.Order 0 Is Bought
# wanted 200, got connection refused, connection refused, connection refused, connection refused, connection refused, connection refused, connection refused, connection refused, connection refused, connection refused, connection refused, connection refused, connection refused, connection refused, connection refused, connection refused
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/0/0'

# Suite.Order 1 Is Changed
# wanted 200, got connection refused
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/1/0'

# Suite.Order 2 Is Cancelled
# wanted 200, got connection refused
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/2/0'

# Suite.Order 3 Is Bought
# wanted 200, got connection refused
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/3/0'

# Suite.Order 4 Is Changed
# wanted 200, got connection refused
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/4/0'

# Suite.Order 5 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/5/0'

# Suite.Order 6 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/6/0'

# Suite.Order 7 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/7/0'

# Suite.Order 8 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/8/0'

# Suite.Order 9 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/9/0'

# Suite.Order 10 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/10/0'

# Suite.Order 11 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/11/0'

# Suite.Order 12 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/12/0'

# Suite.Order 13 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/13/0'

# Suite.Order 14 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/14/0'

# Suite.Order 15 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/15/0'

# Suite.Order 16 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/16/0'

# Suite.Order 17 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/17/0'

# Suite.Order 18 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/18/0'

# Suite.Order 19 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/19/0'

# Suite.Order 20 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/20/0'

# Suite.Order 21 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/21/0'

# Suite.Order 22 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/22/0'

# Suite.Order 23 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/23/0'

# Suite.Order 24 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/24/0'

# Suite.Order 25 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/25/0'

# Suite.Order 26 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/26/0'

# Suite.Order 27 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/27/0'

# Suite.Order 28 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/28/0'

# Suite.Order 29 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/29/0'

# Suite.Order 30 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/30/0'

# Suite.Order 31 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/31/0'

# Suite.Order 32 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/32/0'

# Suite.Order 33 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/33/0'

# Suite.Order 34 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/34/0'

# Suite.Order 35 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/35/0'

# Suite.Order 36 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/36/0'

# Suite.Order 37 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/37/0'

# Suite.Order 38 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/38/0'

# Suite.Order 39 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/39/0'

# Suite.Order 40 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/40/0'

# Suite.Order 41 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/41/0'

# Suite.Order 42 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/42/0'

# Suite.Order 43 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/43/0'

# Suite.Order 44 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/44/0'

# Suite.Order 45 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/45/0'

# Suite.Order 46 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/46/0'

# Suite.Order 47 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/47/0'

# Suite.Order 48 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/48/0'

# Suite.Order 49 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/49/0'

# Suite.Order 50 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/50/0'

# Suite.Order 51 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/51/0'

# Suite.Order 52 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/52/0'

# Suite.Order 53 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/53/0'

# Suite.Order 54 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/54/0'

# Suite.Order 55 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/55/0'

# Suite.Order 56 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/56/0'

# Suite.Order 57 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/57/0'

# Suite.Order 58 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/58/0'

# Suite.Order 59 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/59/0'

# Suite.Order 60 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/60/0'

# Suite.Order 61 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/61/0'

# Suite.Order 62 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/62/0'

# Suite.Order 63 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/63/0'

# Suite.Order 64 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/64/0'

# Suite.Order 65 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/65/0'

# Suite.Order 66 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/66/0'

# Suite.Order 67 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/67/0'

# Suite.Order 68 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/68/0'

# Suite.Order 69 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/69/0'

# Suite.Order 70 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/70/0'

# Suite.Order 71 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/71/0'

# Suite.Order 72 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/72/0'

# Suite.Order 73 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/73/0'

# Suite.Order 74 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/74/0'

# Suite.Order 75 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/75/0'

# Suite.Order 76 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/76/0'

# Suite.Order 77 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/77/0'

# Suite.Order 78 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/78/0'

# Suite.Order 79 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/79/0'

# Suite.Order 80 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/80/0'

# Suite.Order 81 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/81/0'

# Suite.Order 82 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/82/0'

# Suite.Order 83 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/83/0'

# Suite.Order 84 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/84/0'

# Suite.Order 85 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/85/0'

# Suite.Order 86 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/86/0'

# Suite.Order 87 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/87/0'

# Suite.Order 88 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/88/0'

# Suite.Order 89 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/89/0'

# Suite.Order 90 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/90/0'

# Suite.Order 91 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/91/0'

# Suite.Order 92 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/92/0'

# Suite.Order 93 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/93/0'

# Suite.Order 94 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/94/0'

# Suite.Order 95 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/95/0'

# Suite.Order 96 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/96/0'

# Suite.Order 97 Is Changed
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/97/0'

# Suite.Order 98 Is Cancelled
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/98/0'

# Suite.Order 99 Is Bought
# wanted 200, got not sent
curl http://127.0.0.1:9/products -H 'X-Step: dead/0/99/0'
