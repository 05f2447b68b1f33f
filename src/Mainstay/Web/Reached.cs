using Mainstay.Storage;

namespace Mainstay.Web;

/// <summary>Where people find this server: by its name behind a proxy, encrypted where it is, as it was set otherwise.</summary>
public static class Reached
{
    private const StringSplitOptions Tidy = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private static readonly string[] Everywhere = ["//*", "//+", "//0.0.0.0", "//[::]"];

    /// <summary>Seen from the command line: where the server that runs on the same folder says it is, and where it would be when none does.</summary>
    public static string FromHere(Settings settings) => settings.Address ?? InUse.ServedAt(settings) ?? At(settings);

    /// <summary>Seen from whoever asks for a page: where the server says it is, else where they found it.</summary>
    public static string From(HttpContext http) => http.RequestServices.GetRequiredService<Settings>().Address ?? $"{http.Request.Scheme}://{http.Request.Host}";

    /// <summary>Whether this address leads everybody to their own machine, and nobody to this one.</summary>
    public static bool IsHereOnly(string address) => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.IsLoopback;

    /// <summary>Where links lead, when only this machine can open them; null when others can.</summary>
    public static string? OnlyHere(Settings settings) => FromHere(settings) is var at && IsHereOnly(at) ? at : null;

    public static string At(Settings settings)
    {
        if (settings.Address is { } said) return said;
        var name = settings.Hosts?.Split(',', Tidy).FirstOrDefault();
        if (name is not null && settings.Proxies is not null) return "https://" + name;
        var urls = settings.Urls.Split(';', Tidy);
        var url = (urls.FirstOrDefault(u => u.StartsWith("https:", StringComparison.OrdinalIgnoreCase)) ?? urls[0]).TrimEnd('/');
        return name is null ? url : Everywhere.Aggregate(url, (at, any) => at.Replace(any, "//" + name, StringComparison.Ordinal));
    }
}
