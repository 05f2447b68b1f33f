using Mainstay.Board;
using Mainstay.Exchange;
using Mainstay.Gatherings;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Learnings;

/// <summary><c>/learnings</c>: what I learned, from whom, about what. <c>/learnings/new</c>: one more.</summary>
public sealed partial class LearningsPage
{
    private const int MostAbout = 200;

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(Address, Show);
        pages.Get(Address + "/new", New);
        pages.Post(Address, Note);
    }

    private static async Task<IResult> Show(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var query = http.Request.Query;
        var (from, about) = (await SeatPage.Chosen(store, query["from"], stop), Texts.Filled(query["about"]));
        var lines = about is null ? await store.AllLearnings(stop, from?.Id) : [.. (await store.LearningsAbout(about, MostAbout, stop)).Where(l => from is null || l.It.PersonId == from.Id)];
        return Answers.Page<LearningsPage>(new { Lines = lines, visit.Today, From = from, About = about, Topics = await store.LearningTopics(stop), Said = Said.From(query) });
    }

    private static async Task<IResult> New(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var query = http.Request.Query;
        var from = await SeatPage.Chosen(store, query["from"], stop);
        var sources = from is null ? [] : await store.SourcesWith(from.Id, stop);
        string? source = null;
        if (Guid.TryParse(query["gathering"], out var id))
        {
            var at = await store.GatheringOf(id, stop);
            source = $"gathering {id}";
            if (sources.All(s => s.Key != source)) sources = [new(source, at.FirstDay, new("Learnings.ByGathering", at.Name)), .. sources];
        }
        return Answers.Page<NewLearningPage>(new { visit.Today, from?.Name, Sources = sources, Source = source, Topics = await store.LearningTopics(stop) });
    }

    private static async Task<IResult> Note(HttpContext http, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var row = await store.NoteLearning(await Read(store, form, new(), stop), visit.Today, visit.Clock, stop);
            return Answers.Done(http, form, LearningWords.Href(row.Id), ("said", "Learnings.SaidNoted"));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            var typed = new Typed("learning", form, mistaken.Problems);
            var source = SourceOf(form);
            var sources = form.Filled("who") is null || mistaken.Problems.Of("who") is not null ? [] : await store.SourcesWith(await FavoursPage.Meant(store, form, stop), stop);
            if (source?.Split(' ') is ["gathering", var at] && sources.All(s => s.Key != source)) sources = [await Gathering(store, Guid.Parse(at), stop), .. sources];
            return Answers.Page<NewLearningPage>(new { visit.Today, Sources = sources, Topics = await store.LearningTopics(stop), Typed = typed }, typed);
        }
    }

    private static async Task<LearningSource> Gathering(Store store, Guid id, CancellationToken stop)
    {
        var at = await store.GatheringOf(id, stop);
        return new($"gathering {id}", at.FirstDay, new("Learnings.ByGathering", at.Name));
    }

    private static string? SourceOf(IFormCollection form) => form.Filled("source") is { } source && source.Split(' ') is ["touch" or "advice" or "gathering", var id] && Guid.TryParse(id, out _) ? source : null;

    /// <summary>The fields of <see cref="LearningFieldsPanel"/>. Where it was learned stays as it was when the form did not ask.</summary>
    internal static async Task<NewLearning> Read(Store store, IFormCollection form, LearnedWhere was, CancellationToken stop)
    {
        var problems = new Problems();
        var where = form.ContainsKey("source") ? Where(SourceOf(form)) : was with { PersonId = null };
        var learning = new NewLearning
        {
            Id = form.Once(),
            Text = form["text"].ToString(),
            Topic = form.Filled("topic"),
            On = form.Day("on", problems),
            Where = where with { PersonId = form.Filled("who") is null ? null : await FavoursPage.Meant(store, form, stop) },
        };
        Mistaken.ThrowIf(problems);
        return learning;
    }

    private static LearnedWhere Where(string? source) => source?.Split(' ') switch
    {
        ["touch", var id] => new(TouchId: Guid.Parse(id)),
        ["advice", var id] => new(AdviceId: Guid.Parse(id)),
        ["gathering", var id] => new(GatheringId: Guid.Parse(id)),
        _ => new(),
    };

    /// <summary>Which of the sources a learning names, as the form sends it.</summary>
    internal static string? SourceOf(Learning it) => it switch
    {
        { TouchId: { } touch } => $"touch {touch}",
        { AdviceId: { } advice } => $"advice {advice}",
        { GatheringId: { } gathering } => $"gathering {gathering}",
        _ => null,
    };
}
