<?php
/* Installs WordPress into an empty database and loads articles: `php load.php TREE FOLDER < corpus.jsonl`.
 *
 * FOLDER holds the pictures as 0.jpg, 1.jpg, …. The first line of the input says what all have in common ("size", "sections",
 * "measured"), every other is one article: {"number", "title", "summary", "paragraphs", "section", "picture", "at", "at_gmt"},
 * sections and pictures by their number. The first article goes in by WordPress's own verbs; the others as
 * rows in bulk, and the row that bulk would have written for the first is compared with the one WordPress wrote. Prints as JSON
 * the paths of the pages measured.
 */
[, $tree, $folder] = $argv;
$_SERVER += ['HTTP_HOST' => '127.0.0.1', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REQUEST_URI' => '/', 'REQUEST_METHOD' => 'GET'];
$_SERVER['HTTP_HOST'] = '127.0.0.1';
define('WP_INSTALLING', true);

function wp_new_blog_notification() {}  // no letter to anybody

require "$tree/wp-load.php";
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/image.php';

const AT_ONCE = 200;

function install(): void {
    wp_install('Trường THCS', 'quantri', 'quantri@example.org', true, '', 'mat-khau-thu', 'vi');
    $GLOBALS['wp_rewrite']->set_permalink_structure('/%postname%/');
    foreach (['timezone_string' => 'Asia/Ho_Chi_Minh', 'WPLANG' => 'vi',
              'default_pingback_flag' => 0, 'blog_public' => 1] as $name => $value) {
        update_option($name, $value);
    }
    wp_delete_post(1, true);  // the greeting every installation begins with
    switch_theme(WP_DEFAULT_THEME);
}

/* The pictures as attachments with every size WordPress makes; gives their ids. */
function hang(string $folder): array {
    $ids = [];
    for ($number = 0; is_file("$folder/$number.jpg"); $number++) {
        $kept = wp_upload_bits("anh-$number.jpg", null, file_get_contents("$folder/$number.jpg"), '2024/09');
        $id = wp_insert_attachment(['post_mime_type' => 'image/jpeg', 'post_title' => "Ảnh $number", 'post_status' => 'inherit'],
                                   $kept['file']);
        wp_update_attachment_metadata($id, wp_generate_attachment_metadata($id, $kept['file']));
        update_post_meta($id, '_wp_attachment_image_alt', "Ảnh $number");
        $ids[] = $id;
    }
    return $ids;
}

/* The sections as categories; gives their term and taxonomy ids. */
function divide(array $sections): array {
    return array_map(fn($one) => wp_insert_term($one['title'], 'category', ['slug' => $one['slug']]), $sections);
}

/* What the block editor would have saved. */
function written(array $article): string {
    $blocks = array_map(fn($text) => "<!-- wp:paragraph -->\n<p>" . esc_html($text) . "</p>\n<!-- /wp:paragraph -->",
                        $article['paragraphs']);
    return implode("\n\n", $blocks);
}

/* The row of wp_posts that WordPress writes for a published article. */
function row(array $article, int $id, string $slug): array {
    return ['ID' => $id, 'post_author' => 1, 'post_date' => $article['at'], 'post_date_gmt' => $article['at_gmt'],
            'post_content' => written($article), 'post_title' => $article['title'], 'post_excerpt' => $article['summary'], 'post_status' => 'publish',
            'comment_status' => 'open', 'ping_status' => 'open', 'post_password' => '', 'post_name' => $slug, 'to_ping' => '',
            'pinged' => '', 'post_modified' => $article['at'], 'post_modified_gmt' => $article['at_gmt'],
            'post_content_filtered' => '', 'post_parent' => 0, 'guid' => home_url("/$slug/"), 'menu_order' => 0,
            'post_type' => 'post', 'post_mime_type' => '', 'comment_count' => 0];
}

/* One article by WordPress's own verbs. */
function published(array $article, array $sections, array $pictures): int {
    $id = wp_insert_post(wp_slash(['post_title' => $article['title'], 'post_content' => written($article), 'post_author' => 1,
                                   'post_excerpt' => $article['summary'], 'post_status' => 'publish', 'post_date' => $article['at'], 'comment_status' => 'open',
                                   'ping_status' => 'open', 'post_category' => [$sections[$article['section']]['term_id']]]), true);
    set_post_thumbnail($id, $pictures[$article['picture']]);
    delete_post_meta($id, '_encloseme');  // its own cron takes it away
    return $id;
}

/* Several rows by one statement. */
function put(string $table, array $rows): void {
    global $wpdb;
    if (!$rows) {
        return;
    }
    $line = fn($row) => '(' . implode(',', array_map(fn($value) => "'" . esc_sql_exact((string) $value) . "'", $row)) . ')';
    $columns = implode(',', array_keys($rows[0]));
    if (!mysqli_query($wpdb->dbh, "INSERT INTO $table ($columns) VALUES " . implode(',', array_map($line, $rows)))) {
        fail(mysqli_error($wpdb->dbh));
    }
}

function esc_sql_exact(string $value): string {
    global $wpdb;
    return mysqli_real_escape_string($wpdb->dbh, $value);
}

function fail(string $why): never {
    fwrite(STDERR, "$why\n");
    exit(1);
}

/* Whether bulk writes what WordPress writes. */
function compare(array $article, int $id): void {
    global $wpdb;
    $theirs = $wpdb->get_row("SELECT * FROM $wpdb->posts WHERE ID = $id", ARRAY_A);
    $ours = array_map('strval', row($article, $id, sanitize_title($article['title'])));
    if ($theirs !== $ours) {
        fail('bulk would write another row: ' . json_encode([array_diff_assoc($theirs, $ours), array_diff_assoc($ours, $theirs)],
                                                             JSON_UNESCAPED_UNICODE));
    }
}

/* All other articles; gives the slug of the measured one. */
function load(int $id, array $sections, array $pictures, int $measured, array $taken): string {
    global $wpdb;
    [$found, $posts, $meta, $terms] = ['', [], [], []];
    $flush = function () use (&$posts, &$meta, &$terms, $wpdb) {
        put($wpdb->posts, $posts);
        put($wpdb->postmeta, $meta);
        put($wpdb->term_relationships, $terms);
        [$posts, $meta, $terms] = [[], [], []];
    };
    mysqli_query($wpdb->dbh, 'SET autocommit = 0');
    while (($line = fgets(STDIN)) !== false) {
        $article = json_decode($line, true);
        $base = $slug = sanitize_title($article['title']);
        for ($next = 2; isset($taken[$slug]); $next++) {
            $slug = "$base-$next";
        }
        $taken[$slug] = true;
        $posts[] = row($article, ++$id, $slug);
        $meta[] = ['post_id' => $id, 'meta_key' => '_thumbnail_id', 'meta_value' => $pictures[$article['picture']]];
        $terms[] = ['object_id' => $id, 'term_taxonomy_id' => $sections[$article['section']]['term_taxonomy_id'], 'term_order' => 0];
        if ($article['number'] === $measured) {
            $found = $slug;
        }
        if (count($posts) === AT_ONCE) {
            $flush();
        }
    }
    $flush();
    mysqli_query($wpdb->dbh, 'COMMIT');
    mysqli_query($wpdb->dbh, 'SET autocommit = 1');
    wp_update_term_count_now(array_column($sections, 'term_taxonomy_id'), 'category');
    return $found;
}

install();
$head = json_decode(fgets(STDIN), true);
$pictures = hang($folder);
$sections = divide($head['sections']);
$first = json_decode(fgets(STDIN), true);
$id = published($first, $sections, $pictures);
compare($first, $id);
$slug = load($id, $sections, $pictures, $head['measured'], [get_post($id)->post_name => true]);
flush_rewrite_rules();
foreach (['posts', 'postmeta', 'term_relationships', 'term_taxonomy', 'terms', 'options'] as $table) {
    $wpdb->query("ANALYZE TABLE {$wpdb->$table}");
}
echo "\n", json_encode(['article' => "/$slug/", 'list' => "/category/{$head['sections'][0]['slug']}/",
                        'posts' => (int) wp_count_posts()->publish]), "\n";
