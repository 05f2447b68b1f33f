using Mainstay.Storage;

namespace Mainstay.CompiledModels.Postgres;

public partial class StoreModel
{
    partial void Customize() => Sight.Limit(this);
}
