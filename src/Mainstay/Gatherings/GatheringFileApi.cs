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
            var file = await Read(call);
            var known = (await call.Store.FiledAlready(file.Events, call.Stop)).ToHashSet();
            return ApiAnswer.Of(GatheringFileAnswer.Of(file.Events, known, file));
        }, new("previewGatheringFile", "What of a calendar file would become gatherings")
        {
            Chapter = GatheringsApi.Chapter,
            About = $"What takes place in the next {FileEvent.DaysAhead} days, the next first, then what was in the last year; at most {FileEvent.Most}. Nothing is kept.",
            Body = Body,
            Answer = AnswerShape.Of<GatheringFileAnswer>("All of them.", new GatheringFileAnswer([Found], false, 0)),
        });
        api.Post("/gatherings/file", async call =>
        {
            var file = await Read(call);
            var only = call.AllAsked.Where(q => q.Key == "key").Select(q => q.Value).ToHashSet();
            var filed = await call.Store.FileGatherings([.. file.Events.Where(e => only.Count == 0 || only.Contains(e.Key))], call.Clock, call.Stop);
            return ApiAnswer.Of(FiledGatheringsAnswer.Of(filed, file, call.Visit.Owner.Zone));
        }, new("fileGatherings", "Write down the gatherings of a calendar file")
        {
            Chapter = GatheringsApi.Chapter,
            About = "The same file twice changes nothing. What is there already becomes when and where the file says it is; what is called off is one you do not go to.",
            Parameters = [new("key", typeof(string), "Only those, by the keys of the preview; all of them when not said.") { IsList = true }],
            Body = Body,
            Answer = AnswerShape.Of<FiledGatheringsAnswer>("What became of them.", new FiledGatheringsAnswer([new(GatheringsApi.Gathering, FileFate.Added)], Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a43"), false, 0)),
        });
    }

    private static Task<GatheringFile> Read(ApiCall call) => GatheringFileSource.Read(call.Http.Request.Body, call.Visit.Owner.Zone, call.Today, call.Stop);
}
