using Mainstay.Storage;

namespace Mainstay.CompiledModels.Sqlite;

public partial class StoreModel
{
    partial void Customize() => Sight.Limit(this);
}
