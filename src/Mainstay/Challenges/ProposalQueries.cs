using Mainstay.Accountability;
using Mainstay.Exchange;
using Mainstay.Gatherings;
using Mainstay.Learnings;
using Mainstay.Needs;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Challenges;

/// <summary>Gathers whom one could turn to in a hard time. Of what is written it reads nothing: it looks for the topic, or else for the name.</summary>
public sealed class ProposalQueries(SupportersQueries supporters)
{
    /// <summary>So many of the nearest are looked at.</summary>
    private const int MostNear = 200;

    /// <summary>What is due within so many days could wait.</summary>
    private const int DaysAhead = 30;

    private const int MostWaiting = 8, MostFavours = 1_000;

    /// <summary>Texts that tell of what happened to somebody, or to both; the others say what somebody does.</summary>
    private static readonly string[] Lived = ["notes", "met", "touch", "advice"];

    public async Task<Proposals> For(Store store, Challenge it, DateOnly today, CancellationToken stop)
    {
        var about = it.Topic ?? it.Name;
        var able = (await store.WhoCanHelp(about, null, WhoCanHelpQueries.Most, today, stop)).People;
        var learned = (await store.LearningsAbout(about, MostNear, stop)).Where(l => l.Person is not null).ToLookup(l => l.Person!.Id);
        var loads = await store.LoadsOf(null, today, stop);
        var near = await Near(store, loads, today, stop);
        bool TooMuch(Guid person) => loads.GetValueOrDefault(person)?.Utilisation > 1;

        var lived = able.Where(p => !TooMuch(p.Id) && p.Evidence.Any(e => Lived.Contains(e.Field))).Select(p => new Proposed(p.Id, p.Name, [new("Challenges.WhyLived"), p.WhyWill[^1]]) { Evidence = [.. p.Evidence.Where(e => Lived.Contains(e.Field))] });
        var taught = learned.Where(l => !TooMuch(l.Key)).Select(l => new Proposed(l.Key, l.First().Person!.Name, [.. l.Take(2).Select(x => new Reason("Challenges.WhyLearned", x.It.Text))]));
        var through = taught.Concat(lived).DistinctBy(p => p.Id).Take(Proposals.Most).ToList();
        var knowing = able.Where(p => !TooMuch(p.Id) && through.All(t => t.Id != p.Id)).Take(Proposals.Most).Select(p => new Proposed(p.Id, p.Name, [.. p.WhyCan, .. p.WhyWill, .. p.WhySoon]) { Evidence = p.Evidence }).ToList();
        var listening = Candidate.Listening(near);
        var carrying = Candidate.Carrying(near, listening.Select(p => p.Id).ToHashSet());
        var spared = able.Select(p => p.Id).Concat(learned.Select(l => l.Key)).Where(TooMuch).Concat(near.Where(c => c.IsAskedTooMuch).Select(c => c.Id)).Distinct().Count();
        return new(about, [new(HelpAs.Listen, listening), new(HelpAs.Know, knowing), new(HelpAs.BeenThrough, through), new(HelpAs.Carry, carrying)], spared, await Waiting(store, today, stop));
    }

    /// <summary>Those who are near, who helped before, or of whom the owner said that they give heart.</summary>
    private async Task<IReadOnlyList<Candidate>> Near(Store store, IReadOnlyDictionary<Guid, AskLoad> loads, DateOnly today, CancellationToken stop)
    {
        var ties = await store.Ties.Where(t => t.Layer == Layer.Core || t.Layer == Layer.Close || t.Closeness >= 4).OrderBy(t => t.Layer).ThenByDescending(t => t.ContactDays).ThenBy(t => t.Id).Take(MostNear).Select(t => t.Id).ToListAsync(stop);
        var favours = (await store.AllFavours(stop, most: MostFavours)).ToLookup(f => f.Favour.PersonId, f => f.Favour);
        var needs = (await store.OpenNeeds(stop)).Where(n => n.Kind is SupportKind.Emotional or SupportKind.Encouragement).ToList();
        var hearts = needs.Count == 0 ? [] : (await supporters.Of(store, needs, today, stop)).SelectMany(s => s).Where(s => s.Ability is Ability.Good or Ability.Excellent).DistinctBy(s => s.PersonId).ToDictionary(s => s.PersonId);
        Guid[] people = [.. ties.Concat(hearts.Keys).Concat(favours.Select(f => f.Key)).Distinct()];
        var (names, standing) = (await store.NamesOf(people, stop), await store.TiesOf(people, today, stop));
        var close = ties.ToHashSet();
        return [.. people.Where(p => names.ContainsKey(p) && standing.GetValueOrDefault(p)?.Tie.Verdict != Verdict.Over).Select(p => Of(p))];

        Candidate Of(Guid id)
        {
            var (tie, load, balance) = (standing.GetValueOrDefault(id), loads.GetValueOrDefault(id), Balance.Between(favours[id], today));
            return new(id, names[id], tie?.BlendedStrength ?? Layers.ClosenessOf(Layer.None), tie?.Aliveness.Exact ?? .5, HelpReasons.Of(tie, AskRecord.None, null).First())
            {
                Willingness = load?.Willingness ?? 1,
                IsAskedTooMuch = load?.Utilisation > 1,
                IsClose = close.Contains(id),
                GivesHeart = hearts.GetValueOrDefault(id) is { } support ? new("Challenges.WhyHeart", needs.First(n => n.Id == support.NeedId).Topic) : null,
                ToAndFro = favours[id].Any() ? balance.InWords(names[id]) : null,
                OwesNothing = balance.Of.Balance >= 0,
                HasRoom = load is null || load.WaitFor(Weight.Normal) == 0,
            };
        }
    }

    /// <summary>What the owner promised, committed to and meant to go to in the days to come.</summary>
    private static async Task<IReadOnlyList<CanWait>> Waiting(Store store, DateOnly today, CancellationToken stop)
    {
        var until = today.AddDays(DaysAhead);
        var tasks = (await store.TasksDue(until, stop)).Where(t => !t.Task.PromisedToMe).Select(t => new CanWait(new("Challenges.Waits", t.Task.Text), t.Task.DueOn, new(t.Task.PersonId is null ? "Challenges.WaitsTask" : "Challenges.WaitsPromise", t.Person), t.Task.PersonId is { } person ? $"/people/{person}" : "/tasks"));
        var commitments = (await store.AllCommitments(today, stop)).Where(c => c.Course.IsOpen && !c.Course.IsPausedOn(today)).Select(c => new CanWait(new("Challenges.Waits", CommitmentWords.Title(c.Course, today)), null, new("Challenges.WaitsCommitment"), CommitmentWords.Href(c.It.Id)));
        var gatherings = (await store.GatheringsAhead(today, stop)).Where(g => g.State is GatheringState.Noticed or GatheringState.Going && g.FirstDay <= until).Select(g => new CanWait(new("Challenges.Waits", g.Name), g.FirstDay, new("Challenges.WaitsGathering"), $"/gatherings/{g.Id}"));
        return [.. tasks.Concat(commitments).Concat(gatherings).OrderBy(w => w.On ?? DateOnly.MaxValue).Take(MostWaiting)];
    }
}
