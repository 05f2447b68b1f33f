using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Collaborations;

/// <summary>Today: the day of a next step has come, it ends soon, or nothing has been next for a month.</summary>
public sealed class CollaborationCard : ITodayCard
{
    public IReadOnlyList<Type> About { get; } = [typeof(Collaboration)];

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop) =>
        [.. (await store.AllCollaborations(stop)).Select(l => (Line: l, Due: l.It.DueOn(today))).Where(d => d.Due is not null).Select(d => Card(d.Line, d.Due!.Value, today))];

    private static TodayItem Card(CollaborationLine line, CollaborationDue due, DateOnly today)
    {
        var (it, at) = (line.It, CollaborationWords.Href(line.It.Id));
        return new()
        {
            Kind = "collaboration",
            Subject = it.Id,
            Href = at,
            Sentence = due switch
            {
                CollaborationDue.Step => new("Collaborations.CardStep", it.Name, line.Organization, it.NextStep),
                CollaborationDue.Ends => new(it.EndsOn < today ? "Collaborations.CardEnded" : "Collaborations.CardEnds", it.Name, line.Organization, it.EndsOn),
                _ => new("Collaborations.CardNoStep", it.Name, line.Organization),
            },
            Reasons = Reasons(line, due, today),
            Action = new(due switch { CollaborationDue.Step => "Collaborations.ItIsDone", CollaborationDue.Ends => "Collaborations.SayWhether", _ => "Collaborations.SayNext" }),
            ActionHref = due switch { CollaborationDue.Step => at + "/done", CollaborationDue.Ends => at, _ => at + "?next" },
            ActionForm = due == CollaborationDue.Step ? new Dictionary<string, string>() : null,
            Instead = due == CollaborationDue.Step ? null : new($"Collaborations.It{it.Stage.Over}"),
            InsteadHref = due == CollaborationDue.Step ? null : at + "/over",
            LaterHref = at + "/later",
            Priority = due switch { CollaborationDue.Step => 3.4, CollaborationDue.Ends => 2.6, _ => 1.7 },
        };
    }

    private static IReadOnlyList<Reason> Reasons(CollaborationLine line, CollaborationDue due, DateOnly today)
    {
        var it = line.It;
        return [.. new[]
        {
            due switch
            {
                CollaborationDue.Step => new Reason(it.NextOn < today ? "Collaborations.WasMeantFor" : "Collaborations.IsMeantFor", it.NextOn),
                CollaborationDue.NoStep => new("Collaborations.NothingSince", it.WithoutStepSince),
                _ => null,
            },
            CollaborationWords.State(it),
            due == CollaborationDue.Step && it.EndsSoon(today) ? CollaborationWords.Ends(it, today) : null,
            due == CollaborationDue.Ends ? CollaborationWords.Next(it, today) : null,
            CollaborationWords.Done(it),
            CollaborationWords.Goal(it),
        }.OfType<Reason>(), .. CollaborationWords.People(line)];
    }
}
