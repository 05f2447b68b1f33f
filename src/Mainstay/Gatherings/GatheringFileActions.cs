using System.Text.Json;
using Mainstay.Accounts;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Gatherings;

/// <summary>What became of a gathering in a calendar file.</summary>
public enum FileFate { Added = 0, Changed = 1, Same = 2, CalledOff = 3 }

/// <summary>A gathering that a file told of, and what became of it.</summary>
public sealed record FiledGathering(Gathering It, FileFate Fate);

/// <summary>What became of a file.</summary>
/// <param name="All">Each of its gatherings, in its order.</param>
/// <param name="Change">By what those that were added are taken back; null when there are none.</param>
public sealed record FiledGatherings(IReadOnlyList<FiledGathering> All, Guid? Change);

/// <summary>Gatherings out of calendar files.</summary>
public static class GatheringFileActions
{
    private const string Kind = "filedGatherings";

    /// <summary>Writes down what a file tells of. What is there already becomes when and where the file says it is, and stays otherwise as the owner left it; what is called off is one they do not go to. The same file twice changes nothing.</summary>
    public static Task<FiledGatherings> FileGatherings(this Store store, IReadOnlyCollection<FileEvent> events, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        Mistaken.ThrowIf(new Problems().When(events.Count == 0, "file", "Gatherings.NothingChosen").When(events.Count > FileEvent.Most, "file", "Gatherings.TooManyOfFile", FileEvent.Most));
        var (keys, zone) = (events.Select(e => e.Key).ToArray(), await store.OwnersZone(stop));
        var known = (await store.Gatherings.Where(g => keys.Contains(g.SourceKey)).ToListAsync(stop)).DistinctBy(g => g.SourceKey).ToDictionary(g => g.SourceKey!);
        var filed = new List<FiledGathering>();
        foreach (var one in events.DistinctBy(e => e.Key))
        {
            if (known.TryGetValue(one.Key, out var there)) filed.Add(new(there, there.Follow(one, zone)));
            else if (!one.IsCalledOff) filed.Add(new(store.File(one, zone, clock), FileFate.Added));
        }
        await store.SaveChangesAsync(stop);
        var added = filed.Where(f => f.Fate == FileFate.Added).Select(f => f.It.Id).ToList();
        return new FiledGatherings(filed, added.Count == 0 ? null : await store.KeepFormer(new() { Kind = Kind, Before = JsonSerializer.Serialize(added, Json.OneLine), After = "", At = clock.GetUtcNow().UtcDateTime }, stop));
    }, stop);

    /// <summary>The keys of those that are written down already.</summary>
    public static Task<List<string>> FiledAlready(this Store store, IReadOnlyCollection<FileEvent> events, CancellationToken stop)
    {
        var keys = events.Select(e => e.Key).ToArray();
        return store.Gatherings.Where(g => keys.Contains(g.SourceKey)).Select(g => g.SourceKey!).Distinct().ToListAsync(stop);
    }

    private static Gathering File(this Store store, FileEvent one, TimeZoneInfo zone, TimeProvider clock)
    {
        var gathering = one.It with { Id = null, Name = one.Name };
        Mistaken.ThrowIf(gathering.Check());
        var row = store.AddRow(gathering, zone, clock);
        (row.SourceKey, row.SourceSaid) = (one.Key, one.Said(zone));
        return row;
    }

    /// <summary>What the file says as it did before is no news: the owner may have changed it since. Where they have been they have been, whatever a file says.</summary>
    private static FileFate Follow(this Gathering there, FileEvent one, TimeZoneInfo zone)
    {
        if (one.IsCalledOff)
        {
            if (there.State is GatheringState.Not or GatheringState.Been) return FileFate.Same;
            there.State = GatheringState.Not;
            return FileFate.CalledOff;
        }
        if (there.SourceSaid == one.Said(zone)) return FileFate.Same;
        (there.FirstDay, there.LastDay, there.Place, there.SourceSaid) = (one.It.On, one.It.LastDay, one.It.Place ?? there.Place, one.Said(zone));
        (there.StartsAt, there.EndsAt) = one.It.Moments(zone);
        return FileFate.Changed;
    }

    /// <summary>Takes back what a file added; where the owner noted somebody meanwhile, they go on having met.</summary>
    internal sealed class Back : IPutBack
    {
        public bool Knows(string kind) => kind == Kind;

        public async Task PutBack(Store store, Former former, TimeProvider clock, CancellationToken stop)
        {
            var (added, met) = (JsonSerializer.Deserialize<Guid[]>(former.Before, Json.OneLine)!, store.Encounters);
            foreach (var id in await store.Gatherings.Where(g => added.Contains(g.Id) && !met.Any(m => m.GatheringId == g.Id)).Select(g => g.Id).ToListAsync(stop)) await store.RemoveGathering(id, clock, stop);
        }
    }
}
