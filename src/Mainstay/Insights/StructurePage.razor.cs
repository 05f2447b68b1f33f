using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Insights;

/// <summary><c>/network/structure</c>: how the owner's people hang together, in words.</summary>
public sealed partial class StructurePage
{
    internal const string Address = "/network/structure";

    internal static void Map(IEndpointRouteBuilder pages) => pages.Get(Address, async (Store store, Visit visit, StructureQueries structures, FirstCameQueries beginnings, CancellationToken stop) =>
        Answers.Page<StructurePage>(new { Found = await structures.Structure(store, visit.Today, stop), Came = await beginnings.FirstCame(store, visit.Today, stop) }));
}
