using Mainstay.People;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;

namespace Mainstay.Needs;

public static class InterviewActions
{
    /// <summary>Notes the answer to one question of the interview: the need, who can meet it, and how close they are. Names that nobody has are new people. All of it, or nothing.</summary>
    public static Task<Need> Answer(this Store store, NewNeed need, IReadOnlyList<InterviewName> names, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.AddNeed(need, clock, stop);
        for (var place = 0; place < names.Count; place++)
        {
            var person = await store.PersonNamed(names[place].Name, place, clock, stop);
            await store.SaySupport(row.Id, person, names[place].Ability, today, stop);
            if (names[place].Closeness is { } closeness) await store.SetCloseness(person, closeness, stop);
        }
        return row;
    }, stop);

    private static async Task<Guid> PersonNamed(this Store store, string name, int place, TimeProvider clock, CancellationToken stop)
    {
        var meant = await store.Meant(name.Replace(',', ' '), stop) is [var one, ..] ? one : null;
        if (meant is { IsSure: true, People: [var known] }) return known.Id;
        if (meant is { People.Count: > 1 }) throw new Mistaken(new Problems { { $"name-{place}", "Needs.SeveralCalled", name, meant.People.Select(p => p.Name) } });
        return (await store.AddPerson(new() { Name = name }, clock, stop)).Id;
    }
}
