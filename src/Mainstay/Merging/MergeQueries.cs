using Mainstay.Intake;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Merging;

/// <summary>One of two people who may be one, as they are looked at.</summary>
/// <param name="Person">Who.</param>
/// <param name="Said">What is known of them.</param>
/// <param name="Touches">How many touches there are.</param>
/// <param name="LastOn">When the last one was.</param>
public sealed record Side(Person Person, Said Said, int Touches, DateOnly? LastOn)
{
    private const int LongestNotes = 160;

    /// <summary>What helps to see whether it is the same person, in lines.</summary>
    public IEnumerable<(string Name, string Value)> Facts()
    {
        var (d, places) = (Said.Details, Said.Affiliations);
        if (d.Emails.Count > 0) yield return ("emails", string.Join(", ", d.Emails.Select(e => e.Value)));
        if (d.Phones.Count > 0) yield return ("phones", string.Join(", ", d.Phones.Select(p => p.Value)));
        if (places.Count > 0) yield return ("places", string.Join("; ", places.Select(a => a.InWords().InWords())));
        if (d.Roles.Count > 0) yield return ("roles", string.Join(", ", d.Roles.Select(r => PersonWords.Role(r.Name).InWords())));
        if (d.Labels.Count + d.Topics.Count > 0) yield return ("labels", string.Join(", ", d.Labels.Concat(d.Topics)));
        if (d.Addresses.Count > 0) yield return ("addresses", string.Join("; ", d.Addresses.Select(a => string.Join(", ", new[] { a.Street, a.City, a.Country }.Where(p => !string.IsNullOrWhiteSpace(p))))));
        if (d.Links.Count > 0) yield return ("links", string.Join(", ", d.Links.Select(l => l.Value)));
        if (d.Notes is { Length: > 0 } notes) yield return ("notes", notes.Length <= LongestNotes ? notes : notes[..(char.IsHighSurrogate(notes[LongestNotes - 1]) ? LongestNotes - 1 : LongestNotes)] + "…");
    }
}

/// <summary>Two people beside each other.</summary>
/// <param name="Keep">Who would stay.</param>
/// <param name="Other">Who would be brought in.</param>
/// <param name="Differences">What can only be said once, and both say otherwise.</param>
/// <param name="Likely">How likely it is that they are one; null when next to nothing speaks for it.</param>
public sealed record SideBySide(Side Keep, Side Other, IReadOnlyList<Difference> Differences, LikelyPair? Likely);

public static class MergeQueries
{
    /// <summary>Two people, as they are looked at before they are brought together.</summary>
    public static async Task<SideBySide> BesideEachOther(this Store store, Guid keep, Guid other, CancellationToken stop)
    {
        var (mine, theirs) = (await store.SideOf(keep, stop), await store.SideOf(other, stop));
        Mistaken.ThrowIf(new Problems().When(keep == other, "other", "Merging.WithThemselves"));
        return new(mine, theirs, Together.Differences(mine.Said.Details, theirs.Said.Details), await store.LikenessOf(keep, other, stop));
    }

    private static async Task<Side> SideOf(this Store store, Guid id, CancellationToken stop)
    {
        var person = await store.PersonOf(id, stop);
        var there = store.TouchPeople.Where(t => t.PersonId == id);
        return new(person, await store.SaidOf(id, stop), await there.CountAsync(stop), await there.MaxAsync(t => (DateOnly?)t.On, stop));
    }
}
