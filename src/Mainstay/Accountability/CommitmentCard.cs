using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Accountability;

/// <summary>Today: a check-in waits, a commitment is due or seems too large, the witness answered or wrote. Each is said once, and once more.</summary>
public sealed class CommitmentCard : ITodayCard
{
    internal const string CheckIns = "checkin", Others = "commitment";

    public IReadOnlyList<Type> About { get; } = [typeof(Commitment)];

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop) => [.. (await store.CommitmentsToSay(CheckIns, Others, today, stop)).Select(s => Card(s, today))];

    private static TodayItem Card(CommitmentSaid said, DateOnly today)
    {
        var (line, matter, at) = (said.Line, said.Matter.Matter, CommitmentWords.Href(said.Line.It.Id));
        var isCheckIn = matter == CommitmentMatter.CheckIn;
        return new()
        {
            Kind = isCheckIn ? CheckIns : Others,
            Subject = said.Subject,
            PersonId = said.About?.Id,
            PersonName = said.About?.Name,
            Sentence = new($"Accountability.Card{matter}", CommitmentWords.Title(line.Course, today), line.Name ?? (object)new Reason("Accountability.Somebody")),
            Reasons = Reasons(said, today),
            Href = at,
            Action = new($"Accountability.Do{matter}"),
            ActionHref = at + matter switch { CommitmentMatter.CheckIn => "#check-in", CommitmentMatter.HowItEnded => "#end", CommitmentMatter.WitnessDeclined or CommitmentMatter.WitnessSteppedDown or CommitmentMatter.WitnessSilent => "#witness", _ => "" },
            LinkPurpose = isCheckIn ? CommitmentActions.CheckInPurpose : null,
            LaterHref = at + "/later",
            Priority = matter switch { CommitmentMatter.CheckIn => 4.6, CommitmentMatter.HowItEnded => 4.8, CommitmentMatter.TooLarge => 3.4, CommitmentMatter.WitnessSilent => 3.3, _ => 4.2 },
        };
    }

    private static IReadOnlyList<Reason> Reasons(CommitmentSaid said, DateOnly today) => said.Matter.Matter switch
    {
        CommitmentMatter.CheckIn => [new("Accountability.CheckInWaits", said.Line.Course.CheckInToAnswer(today)), CommitmentWords.State(said.Line.Course, today), .. LastStep(said.Line, today)],
        CommitmentMatter.TooLarge => CommitmentWords.Misses(said.Line.Course, today),
        CommitmentMatter.HowItEnded => [CommitmentWords.State(said.Line.Course, today)],
        CommitmentMatter.WitnessWrote => [new("Accountability.TheyWrote", said.Line.WordsOfWitness[0].Text)],
        _ => [CommitmentWords.Witness(said.Line, today)],
    };

    private static IEnumerable<Reason> LastStep(CommitmentLine line, DateOnly today) =>
        line.Course.CheckInsBy(today).LastOrDefault(d => d.Report is not null)?.Report?.NextStep is { } step ? [new("Accountability.NextStepWas", step)]
            : line.It.FirstStep is { } first && line.Course.CheckIns.Count == 0 ? [new("Accountability.FirstStepIs", first)] : [];
}
