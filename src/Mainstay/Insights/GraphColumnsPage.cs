using System.Text.Json;
using Mainstay.People;
using Mainstay.Web.Ui;
using Mainstay.Words;

namespace Mainstay.Insights;

/// <summary>The network as the page's script reads it: columns of numbers, each person by their place.</summary>
public sealed record GraphColumnsPage
{
    public required IReadOnlyList<DateOnly> Months { get; init; }
    public required IReadOnlyList<RoleColumn> Roles { get; init; }
    public required IReadOnlyList<Guid> Needs { get; init; }
    public required IReadOnlyList<Guid> Organizations { get; init; }
    public required PeopleColumns People { get; init; }
    public required LinkColumns Links { get; init; }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, Json.OneLine);

    public static GraphColumnsPage Of(NetworkView view)
    {
        var roles = Places(view.Roles, StringComparer.OrdinalIgnoreCase);
        var needs = Places(view.Needs.Select(n => n.Id), null);
        var organizations = Places(view.Organizations.Select(o => o.Id), null);
        return new()
        {
            Months = view.Months,
            Roles = [.. view.Roles.Select(r => new RoleColumn(r, PersonWords.Role(r).InWords(), Initials.Hue(r)))],
            Needs = [.. view.Needs.Select(n => n.Id)],
            Organizations = [.. view.Organizations.Select(o => o.Id)],
            People = new(
                [.. view.People.Select(p => p.Id)],
                [.. view.People.Select(p => p.Name)],
                [.. view.People.Select(p => (int)p.Layer)],
                [.. view.People.Select(p => p.Group ?? -1)],
                [.. view.People.Select(p => (int?)p.Kind ?? -1)],
                [.. view.People.Select(p => (int[])[.. p.Roles.Select(r => roles[r])])],
                [.. view.People.Select(p => (int[])[.. p.Places.Select(o => organizations[o.Id])])],
                [.. view.People.Select(p => (int[])[.. p.Supports.Select(s => needs[s.NeedId])])],
                [.. view.People.Select(p => p.Strengths as byte[] ?? [.. p.Strengths])]),
            Links = LinkColumns.Of(view),
        };
    }

    private static Dictionary<T, int> Places<T>(IEnumerable<T> all, IEqualityComparer<T>? same) where T : notnull => all.Select((one, place) => (one, place)).ToDictionary(p => p.one, p => p.place, same);
}

/// <summary>A role, how it is read, and its hue.</summary>
public sealed record RoleColumn(string Name, string Said, int Hue);

/// <summary>What is known of each person. Strengths are bytes per cent, one for each month, in base 64; none where there never was a tie.</summary>
public sealed record PeopleColumns(
    IReadOnlyList<Guid> Id, IReadOnlyList<string> Name, IReadOnlyList<int> Layer, IReadOnlyList<int> Group, IReadOnlyList<int> Kind,
    IReadOnlyList<int[]> Roles, IReadOnlyList<int[]> Organizations, IReadOnlyList<int[]> Needs, IReadOnlyList<byte[]> Strengths);

/// <summary>Who knows whom: how many links each person begins, then for each link how far its end is from the end before (or from its beginning), how well per cent, and 1 where the owner said so.</summary>
public sealed record LinkColumns(IReadOnlyList<int> Count, IReadOnlyList<int> Further, IReadOnlyList<int> Strength, string Said)
{
    internal static LinkColumns Of(NetworkView view)
    {
        var (count, further, last) = (new int[view.People.Count], new int[view.Links.Count], (First: -1, Second: 0));
        for (var i = 0; i < view.Links.Count; i++)
        {
            var link = view.Links[i];
            count[link.First]++;
            further[i] = link.Second - (link.First == last.First ? last.Second : link.First);
            last = (link.First, link.Second);
        }
        return new(count, further, [.. view.Links.Select(l => l.Strength)], string.Concat(view.Links.Select(l => l.IsSaid ? '1' : '0')));
    }
}
