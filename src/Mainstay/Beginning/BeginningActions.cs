using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Beginning;

public static class BeginningActions
{
    /// <summary>How many one begins with.</summary>
    public const int Five = 5;

    /// <summary>Puts the first few where they belong, all of them or, when one is mistaken, none. Who is here already is not made again, and a last touch is noted; when none is, saying hello to the first is a task for today.</summary>
    /// <returns>How many they were.</returns>
    public static Task<int> BeginWith(this Store store, IReadOnlyList<Nearest?> nearest, Guid once, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var known = (await store.People.Select(p => new { p.Id, p.Name }).ToListAsync(stop)).ToLookup(p => PersonNames.Key(p.Name), p => p.Id);
        Mistaken.ThrowIf(Check(nearest, known, today));
        var people = new List<Guid>();
        for (var place = 0; place < nearest.Count; place++)
        {
            if (nearest[place] is not { } one) continue;
            var who = known[PersonNames.Key(one.Name)].FirstOrDefault() is var there && there != Guid.Empty ? there : (await store.AddPerson(new() { Name = one.Name }, clock, stop)).Id;
            await store.SetLayer(who, one.Layer, stop);
            if (one.LastSpoke is { } on) await store.Record(new() { Id = Numbered(once, place), People = [who], On = on, Kind = TouchKind.Call }, today, clock, stop);
            people.Add(who);
        }
        // So that there is something to do today.
        var first = people[0];
        if (nearest.All(n => n?.LastSpoke is null) && !await store.Tasks.AnyAsync(t => t.PersonId == first && t.DoneOn == null, stop))
            await store.Promise(new() { Text = new Reason("Beginning.SayHello").InWords(), PersonId = first, DueOn = today }, clock, stop);
        return people.Count;
    }, stop);

    private static Problems Check(IReadOnlyList<Nearest?> nearest, ILookup<string, Guid> known, DateOnly today)
    {
        var (problems, seen) = (new Problems().When(nearest.All(n => n is null), "name-0", "Beginning.NameOne"), new HashSet<string>());
        for (var place = 0; place < nearest.Count; place++)
        {
            if (nearest[place] is not { } one) continue;
            foreach (var problem in new PersonDetails { Name = one.Name }.Check()) problems.Add($"name-{place}", problem.Sentence.Key, problem.Sentence.Inputs);
            problems.When(known[PersonNames.Key(one.Name)].Count() > 1, $"name-{place}", "Beginning.SeveralCalled", one.Name);
            problems.When(!seen.Add(PersonNames.Key(one.Name)), $"name-{place}", "Beginning.NamedTwice", one.Name);
            problems.When(!Layers.All.Contains(one.Layer), $"layer-{place}", "Rhythm.NotALayer", one.Layer);
            problems.When(one.LastSpoke > today, $"spoke-{place}", "Rhythm.InFuture", one.LastSpoke);
        }
        return problems;
    }

    /// <summary>The touches of a form that is sent twice are the same ones.</summary>
    private static Guid Numbered(Guid once, int place)
    {
        var bytes = once.ToByteArray(true);
        bytes[^1] += (byte)(place + 1);
        return new(bytes, true);
    }
}
