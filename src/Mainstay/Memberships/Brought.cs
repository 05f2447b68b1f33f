using Mainstay.Algorithms.Text;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Memberships;

/// <summary>Somebody who is known from an organization, and why it is thought so.</summary>
/// <param name="Person">Who.</param>
/// <param name="Why">Their place there, or how the owner says they met.</param>
/// <param name="Supports">The topics of the needs they are said to help with.</param>
public sealed record PersonFrom(PersonLine Person, Reason Why, IReadOnlyList<string> Supports);

/// <summary>Something that came through somebody from there.</summary>
public sealed record CameThrough(PersonLine Person, string What, DateOnly On);

/// <summary>What else came through people from there, as a later room tells it.</summary>
/// <param name="Fact">The word for how many and which.</param>
/// <param name="Evidence">The word for one of them: on which day, through whom, what.</param>
/// <param name="Items">All of them, the newest first.</param>
public sealed record MoreBrought(string Fact, string Evidence, IReadOnlyList<CameThrough> Items);

/// <summary>What a membership brought, as facts: people, doors, favours, gatherings, and what later rooms know. They are weighed by nobody but the owner.</summary>
public sealed record Brought(IReadOnlyList<PersonFrom> People, IReadOnlyList<CameThrough> Doors, IReadOnlyList<CameThrough> Received, IReadOnlyList<CameThrough> Given, IReadOnlyList<MoreBrought> More)
{
    public static readonly Brought Nothing = new([], [], [], [], []);

    private const int MostNamed = 5;

    /// <summary>Its gatherings at which the owner was, the latest first.</summary>
    public IReadOnlyList<HeldThere> Held { get; init; } = [];

    /// <summary>What it brought, what it took: one sentence each.</summary>
    public IReadOnlyList<Reason> Facts(Membership membership, DateOnly today)
    {
        var facts = new List<Reason> { People.Count == 0 ? new("Memberships.NobodyFromThere") : Named("Memberships.PeopleFromThere", People.Count, People.Select(p => p.Person.Name)) };
        var supporting = People.Where(p => p.Supports.Count > 0).ToList();
        if (supporting.Count > 0) facts.Add(Named("Memberships.SupportersFromThere", supporting.Count, supporting.Select(p => p.Person.Name)));
        facts.AddRange(Gathered);
        if (membership.JoinedOn is null) return facts;
        if (Doors.Count > 0) facts.Add(Named("Memberships.DoorsFromThere", Doors.Count, Doors.Select(d => d.What)));
        facts.AddRange(More.Where(m => m.Items.Count > 0).Select(m => Named(m.Fact, m.Items.Count, m.Items.Select(i => i.What))));
        if (Received.Count > 0) facts.Add(new("Memberships.FavoursFromThere", Received.Count));
        if (Given.Count > 0) facts.Add(new("Memberships.FavoursToThere", Given.Count));
        return [.. facts, .. MembershipWords.Taken(membership, today)];
    }

    private IEnumerable<Reason> Gathered
    {
        get
        {
            if (Held.Count == 0) yield break;
            yield return Named("Memberships.BeenThere", Held.Count, Held.Select(h => h.Name));
            var met = Held.SelectMany(h => h.Met).DistinctBy(p => p.Id).ToList();
            if (met.Count > 0) yield return Named("Memberships.MetThere", met.Count, met.Select(p => p.Name));
            if (Held.Sum(h => h.Hours ?? 0) is > 0 and var hours) yield return new("Memberships.HoursThere", hours);
        }
    }

    /// <summary>Each person with the reason why they are counted, then each gathering, door, favour and the rest.</summary>
    public IReadOnlyList<Reason> Evidence =>
    [
        .. People.Select(p => p.Supports.Count > 0 ? new Reason("Memberships.KnownAndSupports", p.Person.Name, p.Why, p.Supports) : new Reason("Memberships.KnownFrom", p.Person.Name, p.Why)),
        .. Held.Select(h => h.Met.Count == 0 ? new Reason("Memberships.WasAt", h.On, h.Name) : new Reason("Memberships.WasAtAndMet", h.On, h.Name, h.Met.Select(p => p.Name))),
        .. Doors.Select(d => new Reason("Memberships.DoorThrough", d.On, d.Person.Name, d.What)),
        .. Received.Select(f => new Reason("Memberships.FavourFrom", f.On, f.Person.Name, f.What)),
        .. Given.Select(f => new Reason("Memberships.FavourTo", f.On, f.Person.Name, f.What)),
        .. More.SelectMany(m => m.Items.Select(i => new Reason(m.Evidence, i.On, i.Person.Name, i.What))),
    ];

    /// <summary>Whether a text names an organization, as whole words and whatever their case and accents.</summary>
    public static bool IsNamedIn(string text, string organization)
    {
        var (within, name) = (Folding.Fold(text), Folding.Fold(organization.Trim()));
        if (name.Length < 2) return false;
        for (var at = within.IndexOf(name, StringComparison.Ordinal); at >= 0; at = within.IndexOf(name, at + 1, StringComparison.Ordinal))
            if ((at == 0 || !char.IsLetterOrDigit(within[at - 1])) && (at + name.Length == within.Length || !char.IsLetterOrDigit(within[at + name.Length]))) return true;
        return false;
    }

    private static Reason Named(string key, int count, IEnumerable<string> names)
    {
        List<string> named = [.. names.Take(MostNamed)];
        return new(key, count, count > MostNamed ? new Reason("Memberships.AndMore", string.Join(", ", named), count - MostNamed) : named);
    }
}
