### Файл от администратора в личном чате: настройки муниципалитета или реестр. Сначала бот смотрит, потом спрашивает.
## $file — имя файла; $kind — что в нём: apply (настройки), import (реестр); $count — сколько строк; $added, $known — сколько строк
## реестра будет внесено и сколько уже есть; $limit, $most — предел.

handed-waiting = ⏳ Смотрю файл <b>{ $file }</b>. Ничего не меняю, пока вы не решите.
handed-sound = { $kind ->
    [import] <b>{ $file }</b>: ошибок нет. Будет внесено строк: { $added }, уже в реестре: { $known }.
   *[apply] <b>{ $file }</b>: что изменится ({ $count }):
    }
handed-again = { $kind ->
    [import] <b>{ $file }</b>: пока вы решали, реестр изменился. Будет внесено строк: { $added }, уже в реестре: { $known }.
   *[apply] <b>{ $file }</b>: пока вы решали, настройки изменились. Вот что изменит файл теперь ({ $count }):
    }
handed-nothing = { $kind ->
    [import] <b>{ $file }</b>: вносить нечего, все строки уже в реестре: { $known }.
   *[apply] <b>{ $file }</b>: отличий от действующих настроек нет.
    }
handed-faulty = <b>{ $file }</b>: так не подойдёт, ничего не изменено. Исправьте и пришлите ещё раз:
handed-wanted = { $kind ->
    [import] ⏳ Вношу строки из <b>{ $file }</b>: { $added }.
   *[apply] ⏳ Применяю <b>{ $file }</b>.
    }
handed-done = { $kind ->
    [import] ✅ <b>{ $file }</b>: внесено строк: { $added }, уже были в реестре: { $known }.
   *[apply] ✅ <b>{ $file }</b>: применён, изменений: { $count }.
    }
handed-dropped = <b>{ $file }</b>: не применён, ничего не изменилось.
handed-failed = <b>{ $file }</b>: бот не смог получить или прочитать файл. Пришлите его ещё раз; не поможет — есть команда на сервере: python -m bot { $kind }.
handed-more = { $kind ->
    [import] … и ещё ошибок: { $count }.
   *[apply] … и ещё строк: { $count }. Все показывает команда: python -m bot apply ФАЙЛ --dry-run
    }
handed-too-many-rows = { $file }: в чате вносится не больше { $most } строк за раз — разделите файл или остановите бота и внесите командой python -m bot import
handed-decide-apply = Применить
handed-decide-import = Внести строк: { $added }
handed-decide-drop = Не надо
error-handed-gone = С этим файлом уже решено, или он ждал больше суток. Пришлите его ещё раз.
error-handed-too-big = В чате бот берёт файл до { $limit } МБ. Больший внесите командой на сервере: python -m bot import
# $name — муниципалитет
settings-file-head = Настройки: { $name }. Измените и пришлите боту: он покажет отличия. Чего здесь нет, то по умолчанию (см. municipality.example.toml).
settings-file-button = 📄 Файл настроек
settings-file-caption = Настройки, как они действуют сейчас. Измените файл и пришлите его сюда: покажу отличия и спрошу, применять ли.
toast-settings-file = Файл придёт сюда
