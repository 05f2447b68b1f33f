using System.Globalization;
using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary>What the hues tell.</summary>
public enum NetworkHue { Support, Group, Role }

/// <summary>Which part of the network somebody wants to see, and how; an address says all of it.</summary>
public sealed record NetworkWanted
{
    /// <summary>A way of introductions is short.</summary>
    private const int LongestPath = 8;

    public Guid? Need { get; init; }

    public string? Role { get; init; }

    public Guid? Organization { get; init; }

    public string? Query { get; init; }

    public NetworkHue Hue { get; init; }

    /// <summary>How many months back the strengths are looked at, 0 for now.</summary>
    public int Ago { get; init; }

    /// <summary>Somebody to look at, with those they know.</summary>
    public Guid? Person { get; init; }

    /// <summary>People who lead from one to the next.</summary>
    public IReadOnlyList<Guid> Path { get; init; } = [];

    /// <summary>The list goes on after this person.</summary>
    public Guid? After { get; init; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Need is not null || Role is not null || Organization is not null || Query is not null;

    /// <summary>Reads it from an address; what cannot be meant is nothing.</summary>
    public static NetworkWanted Read(Func<string, string?> asked) => new()
    {
        Need = Id(asked("need")),
        Role = Texts.Filled(asked("role")),
        Organization = Id(asked("organization")),
        Query = Texts.Filled(asked("q")),
        Hue = asked("hue") switch { "group" => NetworkHue.Group, "role" => NetworkHue.Role, _ => NetworkHue.Support },
        Ago = int.TryParse(asked("month"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var month) ? Math.Clamp(-month, 0, NetworkView.MonthsBack) : 0,
        Person = Id(asked("person")),
        Path = [.. (asked("path") ?? "").Split(',').Take(LongestPath).Select(Id).OfType<Guid>()],
        After = Id(asked("after")),
    };

    /// <summary>The address that says it.</summary>
    public string Href
    {
        get
        {
            var said = new (string Name, string? Value)[]
            {
                ("q", Query), ("need", Need?.ToString()), ("role", Role), ("organization", Organization?.ToString()), ("hue", Hue == NetworkHue.Support ? null : HueName),
                ("month", Ago == 0 ? null : Month), ("person", Person?.ToString()), ("path", Path.Count == 0 ? null : string.Join(',', Path)), ("after", After?.ToString()),
            };
            var query = string.Join('&', said.Where(s => s.Value is not null).Select(s => $"{s.Name}={Uri.EscapeDataString(s.Value!)}"));
            return query.Length == 0 ? Address : $"{Address}?{query}";
        }
    }

    public const string Address = "/network";

    public string HueName => Hue.ToString().ToLowerInvariant();

    /// <summary>As the slider says it: -3 for three months ago.</summary>
    public string Month => (-Ago).ToString(CultureInfo.InvariantCulture);

    private static Guid? Id(string? text) => Guid.TryParse(text, out var id) ? id : null;
}
