using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.Extensions.Logging.Console;

namespace Mainstay.Hosting;

/// <summary>What is logged, to standard error: failures, and a line for each request if the owner wants it. Nothing personal.</summary>
internal static class Logs
{
    private static readonly string[] Kinds = ["quiet", "text", "json"];

    public static Problems Check(Settings settings) => Kinds.Contains(settings.Log) ? [] : new Problems { { "log", "Hosting.NotALog", settings.Log } };

    public static void AddLogs(this ILoggingBuilder logging, Settings settings)
    {
        if (settings.Log == "json") logging.AddJsonConsole(console => (console.UseUtcTimestamp, console.TimestampFormat) = (true, "yyyy-MM-ddTHH:mm:ss.fffZ"));
        else logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.SetMinimumLevel(LogLevel.Warning).AddFilter(typeof(RequestLog).FullName, settings.Log == "quiet" ? LogLevel.Warning : LogLevel.Information);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // What fails is logged once, by Failures, without what somebody wrote. And the keys lie in a folder nobody else may read.
        logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.None);
    }
}
