using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Lists;

/// <summary>Derives people's lines from everything the rooms keep of them.</summary>
internal static class ListLineQueries
{
    /// <summary>The lines of these people; nobody's who lies in the trash or is not there.</summary>
    public static async Task<List<ListLine>> LinesOf(this Store store, Guid[] ids, DateOnly today, CancellationToken stop)
    {
        var (all, wanted) = (store.People.AsNoTracking(), ids.ToHashSet());
        var crowded = await all.AreCrowded(ids, stop);
        var people = await all.With(p => p.Id, ids, crowded).OrderBy(p => p.Id).Select(p => new { p.Id, p.SortKey, p.CreatedAt }).ToListAsync(stop);
        var words = await store.WordsOf(ids, crowded, stop);
        var ties = await store.Ties.AsNoTracking().With(t => t.Id, ids, crowded).ToDictionaryAsync(t => t.Id, stop);
        var contacts = await store.PackedContacts.AsNoTracking().With(c => c.Id, ids, crowded).ToDictionaryAsync(c => c.Id, c => c.Packed, stop);
        return [.. people.Where(p => wanted.Contains(p.Id)).Select(p => Line(new ListLine { Id = p.Id, SortKey = p.SortKey, AddedAt = p.CreatedAt, Words = [.. words[p.Id]] }, ties.GetValueOrDefault(p.Id), contacts.GetValueOrDefault(p.Id), today))];
    }

    /// <summary>How strong the ties of these people are on a day.</summary>
    public static async Task<Dictionary<Guid, double>> StrengthsOf(this Store store, IReadOnlyCollection<Guid> people, DateOnly today, CancellationToken stop)
    {
        var strengths = new Dictionary<Guid, double>(people.Count);
        foreach (var ids in people.Order().Chunk(Store.MostParameters))
        {
            var crowded = await store.Ties.AreCrowded(ids, stop);
            var felt = await store.Ties.With(t => t.Id, ids, crowded).ToDictionaryAsync(t => t.Id, t => t.Closeness, stop);
            var contacts = await store.PackedContacts.AsNoTracking().With(c => c.Id, ids, crowded).ToDictionaryAsync(c => c.Id, c => c.Packed, stop);
            foreach (var id in ids.Where(felt.ContainsKey)) strengths.Add(id, StrengthOf(contacts.GetValueOrDefault(id), felt[id], today));
        }
        return strengths;
    }

    private static ListLine Line(ListLine line, Tie? tie, byte[]? contacts, DateOnly today) => tie is null ? line with { StrengthOn = today } : line with
    {
        Layer = tie.Layer,
        IsOver = tie.Verdict == Verdict.Over,
        IsPaused = tie.Paused,
        PausedUntil = tie.PausedUntil,
        LastTouchOn = tie.LastTouchOn,
        Cadence = tie.Cadence(),
        Since = tie.Since,
        Strength = StrengthOf(contacts, tie.Closeness, today),
        StrengthOn = today,
    };

    private static double StrengthOf(byte[]? contacts, int? closeness, DateOnly today) => Strength.Of(ContactPacking.Unpack(contacts), closeness, today).Value;

    private static async Task<ILookup<Guid, ListWord>> WordsOf(this Store store, Guid[] ids, bool crowded, CancellationToken stop)
    {
        var organizations = store.Organizations;
        var tags = await store.Tags.AsNoTracking().With(t => t.PersonId, ids, crowded).OrderBy(t => t.PersonId).ThenBy(t => t.Position).ThenBy(t => t.Id).Select(t => new { t.PersonId, t.Kind, t.Normal, t.Name }).ToListAsync(stop);
        var roles = await store.Roles.AsNoTracking().With(r => r.PersonId, ids, crowded).OrderBy(r => r.PersonId).ThenBy(r => r.Position).ThenBy(r => r.Id).Select(r => new { r.PersonId, r.Name, r.Since, r.Until }).ToListAsync(stop);
        var places = await store.Addresses.AsNoTracking().With(a => a.PersonId, ids, crowded).OrderBy(a => a.PersonId).ThenBy(a => a.Position).ThenBy(a => a.Id).Select(a => new { a.PersonId, a.City, a.Region, a.Country }).ToListAsync(stop);
        var affiliations = await store.Affiliations.AsNoTracking().With(a => a.PersonId, ids, crowded)
            .LeftJoin(organizations, a => a.OrganizationId, o => o.Id, (a, o) => new { a.PersonId, a.Position, a.Id, Name = o == null ? null : o.Name, Has = a.Until == null }).OrderBy(a => a.PersonId).ThenBy(a => a.Position).ThenBy(a => a.Id).ToListAsync(stop);
        IEnumerable<(Guid Person, ListWord? Word)> words =
        [
            .. tags.Select(t => (t.PersonId, Word(t.Kind switch { TagKind.Topic => Facet.Topic, TagKind.Language => Facet.Language, _ => Facet.Label }, t.Name))),
            .. roles.Select(r => (r.PersonId, Word(Facet.Role, r.Name) is { } word ? word with { Normal = PersonWords.RoleKey(r.Name), Since = r.Since, Until = r.Until } : null)),
            .. places.SelectMany(p => ((string?[])[string.IsNullOrWhiteSpace(p.City) ? p.Region : p.City, p.Country]).Select(name => (p.PersonId, Word(Facet.Place, name)))),
            // Where nobody left, the list shows the first: as the line of a person does.
            .. affiliations.GroupBy(a => a.PersonId).SelectMany(g => g.Any(a => a.Has) ? g.Where(a => a.Has) : g.Take(1)).Select(a => (a.PersonId, Word(Facet.Organization, a.Name))),
        ];
        return words.Where(w => w.Word is not null).Distinct().ToLookup(w => w.Person, w => w.Word!);
    }

    private static ListWord? Word(Facet facet, string? name) =>
        string.IsNullOrWhiteSpace(name) || PersonNames.Key(name) is not ({ Length: > 0 } and not Facets.None and var normal) ? null : new(facet, normal, name.Trim());
}
