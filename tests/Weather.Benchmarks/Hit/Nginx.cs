using Weather.Benchmarks.Processes;

namespace Weather.Benchmarks.Hit;

/// <summary>nginx as a cache at its best: one worker, no log, files kept open in memory, no sendfile and no cork.</summary>
internal static class Nginx
{
    public static async Task<CacheUnderTest> StartAsync(string origin, string directory)
    {
        int port = FreePort.Next();
        Directory.CreateDirectory(directory);
        string file = Path.Combine(directory, "nginx.conf");
        await File.WriteAllTextAsync(file, Configuration(origin, directory, port));
        ChildProcess process = ChildProcess.Start(core: 0, ["nginx", "-p", directory, "-c", file]);
        var cache = new CacheUnderTest("nginx", $"http://127.0.0.1:{port}", process);
        await process.WaitForAsync(new Uri(cache.Address + "/ready"));
        return cache;
    }

    private static string Configuration(string origin, string directory, int port) =>
        $$"""
            daemon off;
            user root;
            worker_processes 1;
            pid {{directory}}/nginx.pid;
            error_log stderr error;
            events { worker_connections 4096; }
            http {
              access_log off;
              sendfile off;
              tcp_nopush off;
              tcp_nodelay on;
              keepalive_timeout 1h;
              keepalive_requests 1000000000;
              open_file_cache max=10000 inactive=1h;
              open_file_cache_valid 1h;
              client_body_temp_path {{directory}}/body;
              proxy_temp_path {{directory}}/proxy;
              fastcgi_temp_path {{directory}}/fastcgi;
              uwsgi_temp_path {{directory}}/uwsgi;
              scgi_temp_path {{directory}}/scgi;
              proxy_cache_path {{directory}}/cache levels=1:2 keys_zone=hits:16m inactive=1h use_temp_path=off;
              server {
                listen 127.0.0.1:{{port}} backlog=4096;
                location = /ready { return 204; }
                location / {
                  proxy_pass {{origin}};
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                  proxy_set_header Accept-Encoding $http_accept_encoding;
                  proxy_cache hits;
                  proxy_cache_key $request_uri$http_accept_encoding;
                  proxy_cache_valid 200 1h;
                  proxy_ignore_headers Cache-Control Expires Vary;
                  proxy_cache_lock on;
                  proxy_cache_use_stale error timeout updating;
                  proxy_cache_background_update on;
                }
              }
            }
            """;
}
