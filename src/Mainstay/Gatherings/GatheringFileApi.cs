using Mainstay.Api;

namespace Mainstay.Gatherings;

/// <summary>Gatherings out of calendar files, for programs.</summary>
internal static class GatheringFileApi
{
    private static readonly GatheringOfFileAnswer Found = new("founders-17@example.org", GatheringsApi.Gathering.Name, GatheringsApi.Gathering.On, GatheringsApi.Gathering.Until) { From = "18:00", To = "20:00", Place = "Lisbon" };

    private static readonly BodyShape Body = new(null, $"The file, byte by byte, at most {GatheringFileSource.MostBytes / 1_000_000} MB.") { MediaTypes = ["text/calendar", "application/octet-stream"], MostBytes = GatheringFileSource.MostBytes, IsLarge = true };

    public static void Map(ApiRoutes api)
    {
        api.Post("/gatherings/file/preview", async call =>
        {
            var (events, _) = await Read(call);
            var known = (await call.Store.FiledAlready(events, call.Stop)).ToHashSet();
            return ApiAnswer.Of(new Page<GatheringOfFileAnswer> { Items = [.. events.Select(e => GatheringOfFileAnswer.Of(e, known))] });
        }, new("previewGatheringFile", "What of a calendar file would become gatherings")
        {
            Chapter = GatheringsApi.Chapter,
            About = $"What takes place in the next {FileEvent.DaysAhead} days, the next first, then what was in the last year; at most {FileEvent.Most}. Nothing is kept.",
            Body = Body,
            Answer = AnswerShape.PageOf("All of them.", Found),
        });
        api.Post("/gatherings/file", async call =>
        {
            var (events, _) = await Read(call);
            var only = call.AllAsked.Where(q => q.Key == "key").Select(q => q.Value).ToHashSet();
            var zone = call.Visit.Owner.Zone;
            var filed = await call.Store.FileGatherings([.. events.Where(e => only.Count == 0 || only.Contains(e.Key))], call.Clock, call.Stop);
            return ApiAnswer.Of(new Page<FiledGatheringAnswer> { Items = [.. filed.Select(f => FiledGatheringAnswer.Of(f, zone))] });
        }, new("fileGatherings", "Write down the gatherings of a calendar file")
        {
            Chapter = GatheringsApi.Chapter,
            About = "The same file twice changes nothing. What is there already becomes when and where the file says it is; what is called off is one you do not go to.",
            Parameters = [new("key", typeof(string), "Only those, by the keys of the preview; all of them when not said.") { IsList = true }],
            Body = Body,
            Answer = AnswerShape.PageOf("What became of them.", new FiledGatheringAnswer(GatheringsApi.Gathering, FileFate.Added)),
        });
    }

    private static Task<(IReadOnlyList<FileEvent> Events, bool IsCut)> Read(ApiCall call) => GatheringFileSource.Read(call.Http.Request.Body, call.Visit.Owner.Zone, call.Today, call.Stop);
}
