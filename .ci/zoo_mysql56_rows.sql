INSERT INTO users (id, email, full_name, nickname, age, status, bio, score, created_at, is_admin, manager_id) VALUES
 (1, 'ann@example.org', 'Ann Archer', 'ann', 31, 'active', 'Likes tea', 12.50, '2024-01-05 10:00:00', TRUE, NULL),
 (2, 'Ben@Example.ORG', '  Ben  of  York ', NULL, NULL, 'blocked', NULL, NULL, '2024-02-29 23:59:59', FALSE, 1),
 (3, 'cleo@example.org', NULL, '', 0, 'active', '', -0.01, '2024-02-29 23:59:59', FALSE, 1),
 (4, 'dirk@example.org', 'Dörte Ängström', 'D', 131, 'ACTIVE', 'two\nlines', 99999999.99, '1999-12-31 00:00:00', FALSE, NULL),
 (5, 'eve@example.org', 'ann archer', 'ann', 7, 'pending', NULL, 0, '2038-01-19 03:14:07', FALSE, 2);
INSERT INTO accounts (id, user_id, name, balance, currency, settings, closed_at) VALUES
 (1, 1, 'main', 10.00, 'EUR', '{"a": 1}', NULL),
 (2, 1, 'Rainy Day', -5.25, 'USD', NULL, '2024-03-01 00:00:00'),
 (3, 2, 'Fonds  d''été ', 9999999999.99, 'EUR', '[]', NULL),
 (4, 3, 'MAIN', 0, 'eur', 'null', NULL);
INSERT INTO orders (id, account_id, code, total, placed_at, note, quantity) VALUES
 (1, 1, 'A-1', 10.00, '2024-01-06 08:00:00', 'leave at door', 1),
 (2, 1, 'A-2', NULL, NULL, NULL, 7),
 (3, 2, 'a-3 x', 0.00, '2024-01-06 08:00:00', '', 2),
 (5000000000, 3, 'B-9', 9999999999.99, '2030-06-30 12:00:00', ' padded ', 2147483647);
INSERT INTO order_items (order_id, line_no, sku, qty, price) VALUES
 (1, 1, 'T-1', 1, 9.99), (1, 2, 'T-2', 3, 0.01), (2, 1, 'T-1', 7, 0), (3, 1, 't-9', 2, 99999999.99);
INSERT INTO products (id, sku, title, price, weight, tags, active) VALUES
 (1, 'T-1', 'Tea', 9.99, 0.125, 'hot,leaf', TRUE),
 (2, 'T-2', 'Mug', NULL, 2.75, NULL, TRUE),
 (3, 't-3', 'Überwurf', 0.00, NULL, '', FALSE),
 (4, 'T-4 b', 'Tea', 99999999.99, 1.5, 'Hot', FALSE);
INSERT INTO categories (id, parent_id, name, slug) VALUES
 (1, NULL, 'Drinks', 'drinks'), (2, 1, 'Warm', 'warm'), (3, 2, 'Steaming', NULL), (4, NULL, 'drinks', NULL);
INSERT INTO product_categories (product_id, category_id, `rank`) VALUES
 (1, 2, 1), (1, 3, NULL), (2, 1, 5), (3, 4, -1);
INSERT INTO addresses (id, user_id, line1, city, zip, country) VALUES
 (1, 1, '1 Low Road', 'York', 'YO1', 'GB'), (2, 1, NULL, NULL, NULL, NULL), (3, 2, '', 'york', ' 01067 ', 'DE'),
 (4, NULL, '9 High Street', 'Ulm', '', 'DE'), (7, 3, '9 High Street', 'Ulm', '89073', 'de');
INSERT INTO audit_log (happened_at, actor, action, detail) VALUES
 ('2024-01-01 00:00:00', 'ann', 'login', NULL), ('2024-01-01 00:00:00', 'ann', 'login', NULL),
 ('2024-01-02 00:00:00', NULL, 'sweep', ''), ('2024-01-03 12:30:00', 'alembic', 'migrate', 'to 0001');
INSERT INTO settings (`key`, value) VALUES ('greeting', NULL), ('color', 'dark'), ('Empty', '');
INSERT INTO invoices (id, number, account_id, amount, tax, status, flags, note, issued_on, changed_at) VALUES
 (1, 'R-1', 1, 100.00, 19.00, 'sent', 'a,b', 'first note', '2024-01-31', NULL),
 (2, 'r-1', 2, 0.00, 0, 'draft', NULL, NULL, NULL, '2024-02-01 10:11:12'),
 (4000000000, 'R-9', 3, 9999999999.99, 99999999.99, 'paid', '', '', '1999-12-31', '2024-02-01 10:11:12');
INSERT INTO tickets (id, title, body, state, assignee_id) VALUES
 (1, 'Broken mug', 'the handle', 'open', 1), (2, 'Refund', NULL, 'closed', NULL), (3, 'tea', '', 'open', 1), (9, 'Überwurf zu kurz', 'zwei\nZeilen', 'OPEN', 5);
