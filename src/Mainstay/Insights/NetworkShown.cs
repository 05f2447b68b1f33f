using Mainstay.Algorithms.Text;
using Mainstay.Rhythm;

namespace Mainstay.Insights;

/// <summary>The part of the network that is wanted, as the list beside the drawing tells it.</summary>
public sealed record NetworkShown
{
    /// <summary>So many people stand on a page, and so many of those they know are named.</summary>
    public const int OnAPage = 30, MostNamed = 3;

    public required NetworkView View { get; init; }

    public required NetworkWanted Wanted { get; init; }

    /// <summary>How many answer to it.</summary>
    public required int Total { get; init; }

    /// <summary>Those of this page.</summary>
    public required IReadOnlyList<NetworkPerson> People { get; init; }

    /// <summary>Who is looked at; null when it is all of them.</summary>
    public NetworkPerson? Person { get; init; }

    /// <summary>Where the list goes on; null at its end.</summary>
    public string? Next { get; init; }

    /// <summary>Which of the months is looked at.</summary>
    public int Month => NetworkView.MonthsBack - Wanted.Ago;

    public DateOnly On => View.Months[Month];

    public static NetworkShown Of(NetworkView view, NetworkWanted wanted)
    {
        var person = wanted.Person is { } id ? view.PersonOf(id) : null;
        var all = person is not null ? view.KnownTo(person).Select(k => k.Person).ToList()
            : wanted.Path.Count > 0 ? [.. wanted.Path.Select(view.PersonOf).OfType<NetworkPerson>()]
            : Matching(view, wanted).ToList();
        var first = wanted.After is { } after ? all.FindIndex(p => p.Id == after) + 1 : 0;
        var page = all.Skip(first).Take(OnAPage).ToList();
        return new()
        {
            View = view,
            Wanted = wanted,
            Total = all.Count,
            People = page,
            Person = person,
            Next = first + page.Count < all.Count ? (wanted with { After = page[^1].Id }).Href : null,
        };
    }

    /// <summary>Those who are wanted, the nearest layer first, then by name.</summary>
    private static IEnumerable<NetworkPerson> Matching(NetworkView view, NetworkWanted wanted)
    {
        var typed = wanted.Query is null ? null : Folding.Fold(wanted.Query).Trim();
        return view.InOrder.Where(p =>
            (wanted.Need is not { } need || p.Supports.Any(s => s.NeedId == need))
            && (wanted.Role is not { } role || p.Roles.Contains(role, StringComparer.OrdinalIgnoreCase))
            && (wanted.Organization is not { } organization || p.Places.Any(o => o.Id == organization))
            && (typed is null || Folding.Fold(p.Name).Contains(typed, StringComparison.Ordinal)));
    }

    /// <summary>Those of this page, layer by layer; as they come when they are in an order of their own.</summary>
    public IEnumerable<(Layer? Layer, IEnumerable<NetworkPerson> People)> Parts =>
        Person is not null || Wanted.Path.Count > 0 ? [(null, People)] : People.GroupBy(p => p.Layer).Select(g => ((Layer?)g.Key, g.AsEnumerable()));
}
