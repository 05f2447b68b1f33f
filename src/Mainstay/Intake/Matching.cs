using Mainstay.Algorithms.Text;
using Mainstay.People;
using Mainstay.Words;

namespace Mainstay.Intake;

/// <summary>Who an incoming person is.</summary>
/// <param name="Person">Somebody who is here; null for somebody new.</param>
/// <param name="Identity">The identity by which the source said it before, whose words are the ones to compare with.</param>
/// <param name="Doubt">Why somebody new may be somebody who is here.</param>
public sealed record Match(Guid? Person, KnownIdentity? Identity = null, Reason? Doubt = null)
{
    /// <summary>Who somebody new may be; the owner can say that it is one of them.</summary>
    public IReadOnlyList<Guid> Candidates { get; init; } = [];
}

/// <summary>Decides who an incoming person is: by the source's own identity, then by e-mail, then by phone; never by name alone.</summary>
public static class Matching
{
    private const int MostNamed = 3;

    public static Match Of(KnownPeople known, string source, string identity, PersonDetails details)
    {
        if (known.Find(source, identity) is { } same) return new(same.Person, same);
        var name = PersonNames.Shown(details);
        var coming = new Coming(source, name, identity.StartsWith('~'));
        var byEmail = known.WithEmail(details);
        if (byEmail.Count > 0) return Among(known, coming, byEmail, "Intake.SharesEmail", SharesAWord);
        var byPhone = known.WithPhone(details);
        if (byPhone.Count > 0) return Among(known, coming, byPhone, "Intake.SharesPhone", SaysTheSame);
        return known.Called(name) is { Count: > 0 } namesakes ? Doubt(known, "Intake.Namesake", namesakes) : new(null);
    }

    private static Match Among(KnownPeople known, Coming coming, List<Guid> people, string doubt, Func<string, string, bool> fits)
    {
        // Two who share an address are told apart by their names, or not at all.
        var equal = people.FindAll(p => PersonNames.Key(known.NameOf(p)) == PersonNames.Key(coming.Name));
        var candidates = equal.Count > 0 ? equal : people;
        if (candidates is not [var one]) return Doubt(known, doubt, candidates);
        var ofSource = known.Of(coming.Source, one);
        // A row that changed, in a source without identities: the row it was is in this file no more.
        var predecessor = coming.IsWeak ? ofSource.FirstOrDefault(i => i is { IsWeak: true, IsSeen: false }) : null;
        if (predecessor is not null && fits(known.NameOf(one), coming.Name)) return new(one, predecessor);
        // The source itself tells the two apart.
        if (ofSource.Count > 0 && equal.Count == 0) return Doubt(known, doubt, people);
        return fits(known.NameOf(one), coming.Name) ? new(one) : Doubt(known, doubt, people);
    }

    /// <summary>Who comes, from where, and whether that place has no identities of its own.</summary>
    private readonly record struct Coming(string Source, string Name, bool IsWeak);

    private static Match Doubt(KnownPeople known, string key, IReadOnlyList<Guid> people) =>
        new(null, null, new(key, string.Join(", ", people.Take(MostNamed).Select(known.NameOf)) + (people.Count > MostNamed ? ", …" : ""))) { Candidates = [.. people.Take(MostNamed)] };

    /// <summary>An e-mail address is seldom shared; that the names have nothing in common says that it is.</summary>
    private static bool SharesAWord(string one, string two)
    {
        var (first, second) = (Words(one), Words(two));
        return first.Count == 0 || second.Count == 0 || first.Overlaps(second);
    }

    /// <summary>A phone is often a household's or a company's; only who says the same name, if shorter, is the same.</summary>
    private static bool SaysTheSame(string one, string two)
    {
        var (first, second) = (Words(one), Words(two));
        return first.Count == 0 || second.Count == 0 || first.IsSubsetOf(second) || second.IsSubsetOf(first);
    }

    /// <summary>The words of a name; none where an address or a number stands for it.</summary>
    private static HashSet<string> Words(string name) =>
        name.Contains('@', StringComparison.Ordinal) || !name.Any(char.IsLetter) ? [] : [.. Folding.Fold(name).Split([' ', '-', '.', ',', '\''], StringSplitOptions.RemoveEmptyEntries)];
}
