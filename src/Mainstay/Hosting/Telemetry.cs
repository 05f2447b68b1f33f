using System.Diagnostics;
using Mainstay.Storage;
using Mainstay.Words;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Mainstay.Hosting;

/// <summary>Traces and metrics for who runs Mainstay, to the one address they named; without one there are none.</summary>
internal static class Telemetry
{
    private const int Http = 4318; // the port of OTLP over HTTP; anything else is gRPC unless its path says otherwise

    public static Problems Check(Settings settings) =>
        settings.Telemetry is null || (Uri.TryCreate(settings.Telemetry, UriKind.Absolute, out var to) && to.Scheme is "http" or "https") ? [] : new Problems { { "telemetry", "Hosting.NotATelemetry", settings.Telemetry } };

    public static void AddTelemetry(this IServiceCollection services, Settings settings)
    {
        if (settings.Telemetry is not { } address) return;
        // All are kept: what a visitor's browser says about sampling is not for it to say.
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.Clear().AddService("mainstay", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3)))
            .WithTracing(traces => traces.SetSampler<AlwaysOnSampler>().AddSource("Microsoft.AspNetCore").AddProcessor<Discretion>().AddOtlpExporter(to => Send(to, address, "v1/traces")))
            .WithMetrics(metrics => metrics.AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Npgsql").AddOtlpExporter((to, _) => Send(to, address, "v1/metrics")));
        services.AddSingleton<Discretion>();
    }

    private static void Send(OtlpExporterOptions to, string address, string path)
    {
        var uri = new Uri(address);
        to.Protocol = uri.Port == Http || uri.AbsolutePath != "/" ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        to.Endpoint = to.Protocol == OtlpExportProtocol.Grpc ? uri : new Uri($"{address.TrimEnd('/')}/{path}");
    }

    /// <summary>Keeps of a span what says how the program does, and nothing that says who did what: no address, no words asked for, no browser.</summary>
    private sealed class Discretion : BaseProcessor<Activity>
    {
        private static readonly HashSet<string> Kept = ["http.request.method", "http.route", "http.response.status_code", "network.protocol.version", "url.scheme", "error.type"];

        public override void OnEnd(Activity data)
        {
            foreach (var (name, _) in data.TagObjects.ToList()) if (!Kept.Contains(name)) data.SetTag(name, null);
        }
    }
}
