using System.IO.Compression;
using Lind.Registry;
using Lind.Web.Api;
using Lind.Web.Hosting;
using Lind.Web.Portal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lind.Web;

/// <summary>Builds the web server over one opened registry: portal, API v2, our own API, health.</summary>
public static class LindWebHost
{
    private static readonly string[] CompressedTypes =
    [
        "text/html", "text/plain", "text/css", "text/csv", "text/javascript", "application/javascript",
        "application/json", "application/fhir+json", "application/x-ndjson", "application/problem+json",
        "application/x-research-info-systems", "application/geo+json", "application/rss+xml", "application/xml",
        "image/svg+xml",
    ];

    /// <summary>The server over <paramref name="registry"/>, ready to start; the registry stays the caller's.
    /// <paramref name="configure"/> lets a test replace the listener.</summary>
    public static WebApplication Build(
        LindWebOptions options, StudyRegistry registry, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(LindWebHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Production",
        });
        builder.Logging.AddLindLog(options);
        builder.WebHost.ConfigureKestrel(LimitKestrel);
        AddServices(builder.Services, options);
        builder.Services.AddSingleton(registry);
        configure?.Invoke(builder);

        var app = builder.Build();
        foreach (var url in options.Urls)
        {
            app.Urls.Add(url);
        }

        Wire(app, options);
        return app;
    }

    private static void LimitKestrel(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 4 << 20;
        kestrel.Limits.MaxRequestLineSize = 128 << 10;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
    }

    private static void AddServices(IServiceCollection services, LindWebOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton(options.Clock);
        services.AddSingleton<RequestPulse>();
        services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = options.RequestTimeout,
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = context =>
            {
                context.Response.ContentType = "text/plain; charset=utf-8";
                return context.Response.WriteAsync("The request took too long and was stopped");
            },
        });
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = CompressedTypes;
            // For who takes both: gzip packs a page of 1,000 studies in a third of brotli's time, and smaller.
            compression.Providers.Add<GzipCompressionProvider>();
            compression.Providers.Add<BrotliCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        services.AddClientLimits(options);
        services.AddApi();
        services.AddPortal();
    }

    private static void Wire(WebApplication app, LindWebOptions options)
    {
        app.UseRequestPulse(app.Services.GetRequiredService<RequestPulse>());
        app.UseRequestLog(options);
        app.UseSecurityHeaders();
        app.UseFaultAnswers(app.Logger);
        app.UseResponseCompression();
        app.UsePortalErrors();
        app.UseReadOnlyMethods();
        app.UseClientLimits(options);
        app.UseRouting();
        app.UseRequestTimeouts();
        app.MapGet("/healthz", () => Results.Text("ok")).DisableRequestTimeout();
        app.MapApi();
        app.MapPortal();
    }
}
