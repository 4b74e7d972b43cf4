### Ответственные: кто отвечает за работу с сообщениями в каждом отделе, /people.

## $page, $pages — страница; $name — отдел или сотрудник; $contacts — должность, телефон и почта; $count — сколько человек; $phone — телефон; $address — почта.

command-people = Ответственные: кто за какой отдел отвечает, телефоны и почта
directory-head = <b>Ответственные</b>, страница { $page } из { $pages }. Контакты служебные, наружу не передавайте; кто смотрел, записано.
directory-department = <b>{ $name }</b>
directory-head-person = Руководитель: { $name } — { $contacts }
directory-executor = Исполнитель: { $name } — { $contacts }
directory-curator = Куратор: { $name } — { $contacts }
directory-more = и ещё { $count }, все — в файле: python -m bot report people
directory-nobody = Ответственного нет: назначьте в /setup.
directory-duty = Дежурный телефон: { $phone }
directory-mail = Почта отдела: { $address }
directory-no-contacts = телефон и почта не указаны
