using System.Text.Json;
using Mainstay.Organizations;
using Mainstay.People;
using Mainstay.Search;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Intake;

/// <summary>Brings people in, some hundreds at a time; only looks when <paramref name="isPreview"/>.</summary>
internal sealed class ArrivalActions(Store store, KnownPeople known, ImportWishes wishes, Guid import, bool isPreview)
{
    private readonly Dictionary<Guid, Said> onlySeen = []; // new in a preview: not in the database to be read again
    private readonly List<(Guid Person, RelatedCard To)> related = [];
    private readonly HashSet<Guid> revised = [];

    /// <summary>What became of whom, for the undo.</summary>
    public Dictionary<Guid, ImportChange> Changes { get; } = [];

    public async Task Take(IReadOnlyList<Arrival> arrivals, CancellationToken stop)
    {
        var coming = arrivals.Where(Recognise).ToList();
        var kept = await Load(coming, stop);
        var before = await store.SaidBefore([.. coming.Select(a => a.Predecessor?.Row).OfType<Guid>().Distinct()], stop);
        foreach (var arrival in coming) Bring(arrival, kept, arrival.Predecessor is { } p ? Said.FromJson(before[p.Row]) : Said.Nothing);
        if (isPreview) return;
        await Write(coming, kept, stop);
        related.AddRange(coming.SelectMany(a => a.Incoming.Related.Select(r => (a.Person, r))));
    }

    /// <summary>Once everybody is in, relations that name another card lead to whoever came with it.</summary>
    public async Task Relate(CancellationToken stop)
    {
        var links = related.Select(r => (r.Person, r.To.Kind, Name: OneLine(r.To.Name), Other: known.Here(VCardSource.Source, r.To.Identity))).Where(l => l.Other is not null && l.Other != l.Person).ToLookup(l => l.Person);
        foreach (var some in links.Select(l => l.Key).Chunk(Store.MostParameters))
        {
            foreach (var row in await store.Relations.Where(r => some.Contains(r.PersonId) && r.OtherId == null).ToListAsync(stop))
                row.OtherId = links[row.PersonId].FirstOrDefault(l => l.Kind == row.Kind && l.Name == row.Name).Other;
            var linked = store.ChangeTracker.Entries<Relation>().Where(e => e.State == EntityState.Modified).Select(e => e.Entity.PersonId).Where(revised.Add).ToList();
            await store.SaveChangesAsync(stop);
            await store.Revise(linked, wishes.Clock, stop);
        }
    }

    /// <summary>Finds out who it is; false when nothing is to be done.</summary>
    private bool Recognise(Arrival arrival)
    {
        foreach (var left in arrival.Incoming.LeftOut) arrival.Report.Say(left.Row, left.Message, left.Column);
        var match = Decided(arrival, Matching.Of(known, arrival.Source, arrival.Identity, arrival.Said.Details));
        var name = arrival.Said.Details.Name;
        if (match.Identity is { } same && same.Identity == arrival.Identity && same.Fingerprint == arrival.Fingerprint) return Unchanged(arrival, same);
        if (match.Person is { } there && known.IsTrashed(there))
        {
            arrival.Report.Skip(arrival.Incoming, new("Intake.InTrash", name));
            Show(arrival, Fate.Skipped);
            return false;
        }
        if (match.Doubt is { } doubt) arrival.Report.Doubt(Doubtful(arrival, doubt, match.Candidates));
        arrival.IsNew = match.Person is null;
        arrival.Person = match.Person ?? Guid.CreateVersion7();
        if (arrival.IsNew) known.Add(arrival.Person, name);
        if (arrival.IsNew) known.Arrives(arrival.Person, arrival.Source, arrival.Identity);
        known.AddAddresses(arrival.Said.Details, arrival.Person);
        Remember(arrival, match.Identity);
        return true;
    }

    /// <summary>What the owner said about a doubt, if it still can be so.</summary>
    private Match Decided(Arrival arrival, Match match) =>
        match.Doubt is not null && wishes.Same.TryGetValue(KeyOf(arrival), out var same) && known.Named(same) is { } person ? new(person) : match;

    private Doubt Doubtful(Arrival arrival, Reason why, IReadOnlyList<Guid> candidates) => new(arrival.Incoming.Row, arrival.Said.Details.Name, why)
    {
        Key = KeyOf(arrival),
        Address = AddressOf(arrival.Said.Details),
        Candidates = [.. candidates.Select(c => new Lookalike(known.KeyOf(c), known.NameOf(c), known.AddressOf(c), known.IsArriving(c) ? null : c))],
    };

    private static string KeyOf(Arrival arrival) => KnownPeople.KeyOf(arrival.Source, arrival.Identity);

    private static string? AddressOf(PersonDetails details) => details.Emails.Concat(details.Phones).FirstOrDefault()?.Value;

    private static void Show(Arrival arrival, Fate fate)
    {
        if (arrival.IsAside) return;
        string?[] about = [arrival.Said.Affiliations is [{ Organization: { } place }, ..] ? place : null, AddressOf(arrival.Said.Details)];
        arrival.Report.Show(new(arrival.Incoming.Row, arrival.Said.Details.Name, new("Intake.AsSaid", string.Join(", ", about.OfType<string>())), fate));
    }

    private bool Unchanged(Arrival arrival, KnownIdentity same)
    {
        Show(arrival, Fate.Unchanged);
        if (!isPreview) related.AddRange(arrival.Incoming.Related.Select(r => (same.Person, r)));
        same.IsSeen = true;
        if (!arrival.IsAside) arrival.Report.Unchanged++;
        return false;
    }

    /// <summary>An identity that this import has met already, with other words, only adds what is missing; else the file would never be the same twice.</summary>
    private void Remember(Arrival arrival, KnownIdentity? match)
    {
        if (match is { IsSeen: true }) return;
        arrival.Predecessor = match;
        if (match is not null) known.Remove(arrival.Source, match);
        arrival.Remembered = new() { Row = Guid.CreateVersion7(), Person = arrival.Person, Identity = arrival.Identity, Fingerprint = arrival.Fingerprint, IsSeen = true };
        known.Add(arrival.Source, arrival.Remembered);
    }

    private async Task<Dictionary<Guid, Kept>> Load(List<Arrival> coming, CancellationToken stop)
    {
        var fresh = coming.Where(a => a.IsNew).Select(a => a.Person).ToHashSet();
        var ids = coming.Select(a => a.Person).Where(p => !fresh.Contains(p)).Distinct().ToList();
        var kept = ids.Where(onlySeen.ContainsKey).ToDictionary(p => p, p => new Kept { Said = onlySeen[p], IsNew = true });
        ids.RemoveAll(onlySeen.ContainsKey);
        if (ids.Count == 0) return kept;
        var details = await store.DetailsOf(ids, stop);
        var affiliations = await store.AffiliationsOf(ids, stop);
        var cards = await store.OriginalCards.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, stop);
        foreach (var (id, person) in details)
            kept[id] = new() { Said = new(person, affiliations.GetValueOrDefault(id) ?? []), Card = cards.GetValueOrDefault(id)?.Text, Uid = cards.GetValueOrDefault(id)?.Uid };
        return kept;
    }

    private void Bring(Arrival arrival, Dictionary<Guid, Kept> kept, Said before)
    {
        var report = arrival.Report;
        if (arrival.IsNew)
        {
            kept[arrival.Person] = new() { Said = arrival.Said, Card = arrival.Incoming.Card, Uid = arrival.Incoming.Uid, IsNew = true };
            if (isPreview) onlySeen[arrival.Person] = arrival.Said with { Details = arrival.Said.Details with { Photo = Said.Hashed(arrival.Said.Details.Photo) } };
            if (arrival.IsAside) report.PeopleAdded++;
            else report.Added++;
            FileReport.Sample(report.NewOnes, arrival.Said.Details.Name);
            Show(arrival, Fate.New);
            return;
        }
        if (Change(kept[arrival.Person], arrival, before))
        {
            if (!arrival.IsAside) report.Updated++;
            FileReport.Sample(report.ChangedOnes, known.NameOf(arrival.Person));
            Show(arrival, Fate.Changed);
            return;
        }
        if (!arrival.IsAside) report.Unchanged++;
        Show(arrival, Fate.Unchanged);
    }

    private static bool Change(Kept kept, Arrival arrival, Said before)
    {
        var (was, card) = (kept.Said, kept.Card);
        var now = ThreeWay.Merge(was, AsSpelled(before, was), AsSpelled(arrival.Said, was));
        now = now with { Details = PersonRows.Of(now.Details.Keepable([]), default).Gather() };
        // The card of the source that gave it; another source's card is not put over it.
        var replaces = arrival.Incoming.Card is not null && arrival.Incoming.Card != card && (card is null || arrival.Predecessor is not null);
        var isChanged = now.ToJson() != was.ToJson();
        if (!isChanged && !replaces) return false;
        kept.Before ??= new Before(was, card, kept.Uid) { Photo = SamePhoto(was, now) ? null : was.Details.Photo };
        kept.Said = now;
        kept.IsChanged |= isChanged;
        if (!replaces) return true;
        (kept.Card, kept.Uid, kept.IsCardChanged) = (arrival.Incoming.Card, arrival.Incoming.Uid, true);
        return true;
    }

    private static bool SamePhoto(Said one, Said two) => ReferenceEquals(one.Details.Photo, two.Details.Photo) || (one.Details.Photo is { } a && two.Details.Photo is { } b && a.Bytes.AsSpan().SequenceEqual(b.Bytes));

    /// <summary>An organization that is here already is called what it is called here.</summary>
    private static Said AsSpelled(Said said, Said kept) => said with
    {
        Affiliations = [.. said.Affiliations.Select(a => kept.Affiliations.FirstOrDefault(k => k.Organization is not null && a.Organization is not null && PersonNames.Key(k.Organization) == PersonNames.Key(a.Organization)) is { } known ? a with { Organization = known.Organization } : a)],
    };

    private async Task Write(List<Arrival> coming, Dictionary<Guid, Kept> kept, CancellationToken stop)
    {
        var (added, changed) = (kept.Where(k => k.Value.IsNew).ToList(), kept.Where(k => k.Value.IsChanged && !k.Value.IsNew).ToList());
        revised.UnionWith([.. added.Select(k => k.Key), .. changed.Select(k => k.Key)]);
        var now = wishes.Clock.GetUtcNow().UtcDateTime;
        await store.AddPeople([.. added.Select(k => PersonRows.Of(k.Value.Said.Details, now, k.Key))], stop);
        await store.ChangePeople(changed.ToDictionary(k => k.Key, k => k.Value.Said.Details), wishes.Clock, stop);
        var moved = changed.Where(k => k.Value.Before is { } b && !b.Said.Affiliations.SequenceEqual(k.Value.Said.Affiliations)).Select(k => k.Key).ToList();
        await store.Affiliations.Where(a => moved.Contains(a.PersonId)).ExecuteDeleteAsync(stop);
        await store.Reindex(moved, stop);
        await store.AddAffiliations([.. added.Select(k => k.Key).Concat(moved).SelectMany(p => kept[p].Said.Affiliations.Select(a => (p, a)))], wishes.Clock, stop);
        await WriteCards(kept, stop);
        var replaced = await WriteIdentities(coming, stop);
        foreach (var (person, state) in kept.Where(k => k.Value.IsNew || k.Value.Before is not null || replaced.Contains(k.Key))) Note(person, state, replaced[person]);
    }

    private async Task WriteCards(Dictionary<Guid, Kept> kept, CancellationToken stop)
    {
        var cards = kept.Where(k => k.Value.Card is not null && (k.Value.IsNew || k.Value.IsCardChanged)).ToList();
        var old = cards.Where(k => !k.Value.IsNew).Select(k => k.Key).ToList();
        await store.OriginalCards.Where(c => old.Contains(c.Id)).ExecuteDeleteAsync(stop);
        await store.InsertMany(cards.Select(k => new OriginalCard { Id = k.Key, Uid = k.Value.Uid, Text = k.Value.Card! }), stop);
    }

    private async Task<ILookup<Guid, SourceIdentity>> WriteIdentities(List<Arrival> coming, CancellationToken stop)
    {
        var old = coming.Select(a => a.Predecessor?.Row).OfType<Guid>().ToList();
        var replaced = await store.SourceIdentities.AsNoTracking().Where(i => old.Contains(i.Id)).ToListAsync(stop);
        await store.SourceIdentities.Where(i => old.Contains(i.Id)).ExecuteDeleteAsync(stop);
        await store.InsertMany(coming.Where(a => a.Remembered is not null).Select(a => new SourceIdentity
        {
            Id = a.Remembered!.Row, PersonId = a.Person, Source = a.Source, Identity = a.Identity, Fingerprint = a.Fingerprint, Said = a.SaidJson, ImportId = import,
        }), stop);
        return replaced.Where(i => i.ImportId != import).ToLookup(i => i.PersonId);
    }

    private void Note(Guid person, Kept kept, IEnumerable<SourceIdentity> replaced)
    {
        if (Changes.TryGetValue(person, out var known))
        {
            known.After = kept.Said.State();
            return;
        }
        var before = kept.IsNew ? null : (kept.Before ?? new Before(kept.Said, kept.Card, kept.Uid)) with { Identities = [.. replaced] };
        Changes[person] = new()
        {
            ImportId = import,
            Kind = kept.IsNew ? ChangeKind.PersonAdded : ChangeKind.PersonChanged,
            Subject = person,
            Before = before is null ? null : JsonSerializer.Serialize(before with { Said = Said.FromJson(before.Said.ToJson()) }, Json.OneLine),
            After = kept.Said.State(),
        };
    }
}
