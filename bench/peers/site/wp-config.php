<?php
/* The peer's own configuration: which database and socket come with the request (nginx) or the environment (command line). */
define('DB_NAME', getenv('PEER_DATABASE'));
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('PEER_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
foreach (['AUTH_KEY', 'SECURE_AUTH_KEY', 'LOGGED_IN_KEY', 'NONCE_KEY',
          'AUTH_SALT', 'SECURE_AUTH_SALT', 'LOGGED_IN_SALT', 'NONCE_SALT'] as $key) {
    define($key, hash('sha256', "$key of a benchmark on loopback"));
}
$host = $_SERVER['HTTP_HOST'] ?? '127.0.0.1';
define('WP_HOME', "http://$host");
define('WP_SITEURL', "http://$host");
define('UPLOADS', 'wp-content/uploads-' . DB_NAME);
define('WP_ENVIRONMENT_TYPE', 'production');
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('WP_DEBUG', false);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
