using Mainstay.Accountability;
using Mainstay.Feedback;
using Mainstay.Giving;
using Mainstay.Learnings;
using Mainstay.Pulse;
using Mainstay.Storage;

namespace Mainstay.Sample;

internal static class SampleGrowthActions
{
    /// <summary>What the owner learned, promised before a witness and asked about, how it goes, and what they give back.</summary>
    public static async Task GrowAndGive(this Store store, Dictionary<string, Guid> people, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        foreach (var sample in SampleGrowth.Learnings) await store.Learn(sample, people[sample.Name], today, clock, stop);
        await store.PromiseBefore(people[SampleGrowth.Witness], today, clock, stop);
        await store.AskAboutThePage(people, today, clock, stop);
        foreach (var pulse in SampleGrowth.Pulses) await store.KeepPulse(new() { On = today.AddDays(-pulse.DaysAgo), Confidence = pulse.Confidence, Energy = pulse.Energy, Supported = pulse.Supported, Note = pulse.Note }, today, new Earlier(clock, pulse.DaysAgo), stop);
        await store.NoteGift(SampleGrowth.Gift(today), today, clock, stop);
    }

    private static async Task Learn(this Store store, SampleLearning sample, Guid person, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        var learned = today.AddDays(-sample.DaysAgo);
        var learning = await store.NoteLearning(new() { Text = sample.Text, Topic = sample.Topic, On = learned, Where = new(person) }, learned, new Earlier(clock, sample.DaysAgo), stop);
        foreach (var ago in sample.Confirmed) await store.ConfirmLearning(learning.Id, today.AddDays(-ago), new Earlier(clock, ago), stop);
        if (sample.Used is { } used) await store.SayUsed(learning.Id, used, today.AddDays(-sample.Confirmed[^1]), new Earlier(clock, sample.Confirmed[^1]), stop);
    }

    private static async Task PromiseBefore(this Store store, Guid witness, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        const int Ago = SampleGrowth.PromisedDaysAgo;
        var commitment = await store.Commit(new() { Promise = SampleGrowth.Promise(today), FirstStep = SampleGrowth.FirstStep, WitnessId = witness }, today.AddDays(-Ago), new Earlier(clock, Ago), stop);
        await store.SayWitnessAnswer(commitment.Id, true, today.AddDays(-Ago), new Earlier(clock, Ago), stop);
        foreach (var said in SampleGrowth.CheckIns) await store.NoteCheckIn(commitment.Id, new(said.Went, said.Sentence, said.NextStep), today.AddDays(-said.DaysAgo), new Earlier(clock, said.DaysAgo), stop);
    }

    private static async Task AskAboutThePage(this Store store, Dictionary<string, Guid> people, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        var (asked, then) = (today.AddDays(-SampleGrowth.AskedDaysAgo), new Earlier(clock, SampleGrowth.AskedDaysAgo));
        var request = await store.AskFeedback(new() { About = SampleGrowth.About, Questions = SampleGrowth.Questions, DueOn = today.AddDays(-SampleGrowth.AnswersUntilDaysAgo), People = [.. SampleGrowth.Feedback.Select(f => people[f.Name])] }, asked, then, stop);
        foreach (var (name, _, _, _) in SampleGrowth.Feedback) await store.SendFeedback(request.Id, people[name], asked, then, stop);
        foreach (var (name, ago, first, second) in SampleGrowth.Feedback.Where(f => f.DaysAgo > 0)) await store.NoteReply(request.Id, people[name], new(first, second), today.AddDays(-ago), new Earlier(clock, ago), stop);
        var responded = today.AddDays(-SampleGrowth.RespondedDaysAgo);
        await store.RespondToFeedback(request.Id, SampleGrowth.Response, responded, stop);
        await store.ToldOfFeedback(request.Id, null, responded, new Earlier(clock, SampleGrowth.RespondedDaysAgo), stop);
    }
}
